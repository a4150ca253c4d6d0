import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors
import dev.airgap.testkit.Trouble

Case begun = Case.begin(basedir, context)
context.repo = HubRepo.model("org/name").file("config.json", "{}").file("model.safetensors", Safetensors.ofLength(1_000)).commit("first")
begun.hub().add(context.repo).withoutResolveCache()
begun.hub().server().route("/api/models/*/revision/*") { request ->
    request.query().contains("blobs") ? Answer.of(400, "bad request") : null
}
begun.hub().server()
        .trouble("/api/models/*/tree/*", Trouble.status(400))
        .trouble("/org/name/resolve/*", Trouble.header("X-Repo-Commit", null))
        .trouble("/org/name/resolve/*.json", Trouble.etag("5" * 40))
        .trouble("/org/name/resolve/*", Trouble.withoutLength().on("HEAD"))
return true
