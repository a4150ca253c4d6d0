import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("This is no address: index example/simple/", "<index> in", "pom.xml", "Write https://host/path")
    it.log(2).failsInSentences().says("This is no address: index.example/simple/", "-Dairgap.index.url")
    it.log(3).says("BUILD FAILURE", "Index 'pypi' gave no answer", "127.0.0.1:9")
    it.log(1).hides("s3cr3t-w0rd")
    it.log(2).hides("s3cr3t-w0rd")
    // Maven itself prints a goal's configuration with -X; of us nobody says it.
    it.log(3).lines("s3cr3t-w0rd").each { line -> assertThat(line).matches(/.DEBUG. +\(f\) .*| *<url>.*/) }
    assertThat(it.path("airgap.lock")).doesNotExist()
    it.path("").toFile().eachFileRecurse { file ->
        if (file.isFile() && !(file.name in ["build.log", "pom.xml", "invoker.properties", "verify.groovy"])) {
            assertThat(file.getText("ISO-8859-1")).as(file.path).doesNotContain("s3cr3t-w0rd")
        }
    }
}
