import dev.airgap.it.Case

Case.of(context).end {
    // The loaders themselves, with nobody to ask, find what was laid where airgap.env sends them.
    def files = it.path("target/airgap/bundle/files")
    it.server().close()
    it.write("look.py", """
    import nltk, tiktoken, tiktoken.load
    from nltk.corpus import stopwords
    assert "punkt_tab" in str(nltk.data.find("tokenizers/punkt_tab"))
    assert nltk.sent_tokenize("Dr. Who is here. Who else?") == ["Dr. Who is here.", "Who else?"]
    assert stopwords.words("english") == ["the", "a"]
    assert nltk.data.find("corpora/wordnet/lexnames").open().read()
    ranks = tiktoken.load.load_tiktoken_bpe("ADDRESS")
    tiny = tiktoken.Encoding("tiny", pat_str=".", mergeable_ranks=ranks, special_tokens={})
    assert tiny.decode(tiny.encode("abc")) == "abc"
    """.stripIndent().replace("ADDRESS", context.address))
    context.judge.run(it.path(""), [NLTK_DATA: files.resolve("nltk_data").toString(),
            TIKTOKEN_CACHE_DIR: files.resolve("tiktoken").toString(), HOME: it.path("").toString()], "python3", "look.py")
}
