import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).says("answers 400 where a tree is asked for; the names of org/name@main come from its description",
            "1 file of org/name@main can't be checked against the repository when it is first fetched",
            "gives neither X-Repo-Commit nor X-Linked-Etag", "Sealed target/network-hub-quirks-1.0.tar")
    it.log(3).says("org/name@main " + context.first + " -> " + context.repo.sha())
    assertThat(it.read("airgap.lock")).contains(context.repo.sha()).doesNotContain(context.first)
}
