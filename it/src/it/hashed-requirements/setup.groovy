import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def demo = WheelMaker.pure("demo", "1.0", "native", "colours; sys_platform == 'win32'")
def linux = WheelMaker.wheel("native", "1.0").tags("cp311-cp311-manylinux_2_17_x86_64").build()
def windows = WheelMaker.wheel("native", "1.0").tags("cp312-cp312-win_amd64").build()
def arm = WheelMaker.wheel("native", "1.0").tags("cp311-cp311-manylinux_2_17_aarch64").build()
def colours = WheelMaker.pure("colours", "0.4")
begun.index().add(demo, linux, windows, arm, colours)
// What is newer is not looked at: the list is taken as it is.
begun.index().add(WheelMaker.pure("demo", "2.0"), WheelMaker.pure("native", "2.0"), WheelMaker.pure("colours", "0.5"))
begun.write("requirements.txt", """# by pip-compile --generate-hashes
colours==0.4 ; sys_platform == 'win32' \\
    --hash=sha256:${colours.sha256()}
demo==1.0 \\
    --hash=sha256:${demo.sha256()} \\
    --hash=sha256:${"0" * 64}
native==1.0 \\
    --hash=sha256:${linux.sha256()} \\
    --hash=sha256:${windows.sha256()}
    # via demo
""")
String lacking = "demo==1.0 --hash=sha256:${demo.sha256()}\ncolours==0.4; sys_platform == 'linux' --hash=sha256:${colours.sha256()}\n"
begun.write("lacking.txt", lacking)
begun.write("released.txt", "--no-require-hashes\n" + lacking)
return true
