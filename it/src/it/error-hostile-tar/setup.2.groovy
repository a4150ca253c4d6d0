import dev.airgap.it.Case

import java.nio.charset.StandardCharsets

/** A ustar header (POSIX.1-2017, ustar Interchange Format) as anybody can write one. */
byte[] entry(String name, String type, String link, String content) {
    byte[] block = new byte[content.isEmpty() ? 512 : 1024]
    def put = { int at, String text ->
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8)
        System.arraycopy(bytes, 0, block, at, bytes.length)
    }
    put(0, name)
    put(100, "0000644\0" + "0000000\0" * 2 + String.format("%011o\0", content.length()) + "00000000000\0" + " " * 8 + type + link)
    put(257, "ustar\00000")
    int sum = 0
    (0..<512).each { sum += block[it] & 0xFF }
    put(148, String.format("%06o\0 ", sum))
    if (!content.isEmpty()) {
        put(512, content)
    }
    return block
}

Case begun = Case.of(context)
byte[] sound = begun.path("target/error-hostile-tar-1.0.tar").toFile().bytes
begun.path("evil.tar").toFile().withOutputStream { out ->
    out.write(sound, 0, sound.length - 1024)
    out.write(entry("../../../escaped", "0", "", "out"))
    out.write(entry("/tmp/airgap-escaped", "0", "", "out"))
    out.write(entry("wheels/link", "2", "/etc", ""))
    out.write(entry("wheels/link/below", "0", "", "out"))
    out.write(entry("files/\u001B[31mred\n[INFO] BUILD SUCCESS", "0", "", "out"))
    out.write(entry("README.txt", "0", "", "twice"))
    out.write(new byte[1024])
}
return true
