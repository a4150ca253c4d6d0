import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

// The index has newer versions than the locks pin, and one wheel for x86_64 alone.
Case begun = Case.begin(basedir, context)
def index = begun.index()
def wheels = [
    WheelMaker.pure("app-needs", "1.0", "native>=1"),
    WheelMaker.wheel("native", "1.0").tags("cp311-cp311-manylinux_2_17_x86_64").build(),
    WheelMaker.pure("more", "1.0"),
]
wheels.each { index.add(it) }
index.add(WheelMaker.pure("app-needs", "2.0")).add(WheelMaker.pure("more", "2.0"))
def (needs, nativeWheel, more) = wheels
String files = index.url().resolve("/files/")

begun.write("uv.lock", """\
version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "app-needs" },
]

[package.optional-dependencies]
plus = [
    { name = "more", marker = "sys_platform == 'linux'" },
]

[[package]]
name = "app-needs"
version = "1.0"
source = { registry = "${index.url()}" }
dependencies = [
    { name = "native" },
]
wheels = [
    { url = "${files}${needs.fileName()}", hash = "sha256:${needs.sha256()}", size = ${needs.bytes().length} },
]

[[package]]
name = "native"
version = "1.0"
source = { registry = "${index.url()}" }
wheels = [
    { url = "${files}${nativeWheel.fileName()}", hash = "sha256:${nativeWheel.sha256()}" },
]

[[package]]
name = "more"
version = "1.0"
source = { registry = "${index.url()}" }
wheels = [
    { url = "${files}${more.fileName()}", hash = "sha256:${more.sha256()}" },
]
""")

String pack(wheel, String name, String rest) {
    """\
[[package]]
name = "${name}"
version = "1.0"
optional = false
python-versions = ">=3.8"
groups = ["main"]
files = [
    {file = "${wheel.fileName()}", hash = "sha256:${wheel.sha256()}"},
]
${rest}
"""
}
begun.write("poetry.lock", pack(needs, "app-needs", "\n[package.dependencies]\nnative = \">=1\"\n")
        + pack(nativeWheel, "native", "") + pack(more, "more", "").replace('"main"', '"dev"') + """\
[metadata]
lock-version = "2.1"
python-versions = ">=3.11"
""")
begun.write("pylock.toml", """\
lock-version = "1.0"
created-by = "a tool"

[[packages]]
name = "more"
version = "1.0"
wheels = [
    { url = "${files}${more.fileName()}", hashes = { sha256 = "${more.sha256()}" } },
]
""")
return true
