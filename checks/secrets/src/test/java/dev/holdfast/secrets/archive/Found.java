package dev.holdfast.secrets.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a visitor was handed, kept as text. */
record Found(List<String> paths, List<String> texts, Unpacked unpacked) {

    static Found in(byte[] archive) throws IOException {
        return in(archive, Limits.DEFAULT);
    }

    static Found in(byte[] archive, Limits limits) throws IOException {
        List<String> paths = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Unpacked unpacked =
                Archives.unpack(
                        new ByteArrayInputStream(archive),
                        limits,
                        (path, content) -> {
                            paths.add(String.join(" > ", path));
                            texts.add(
                                    new String(
                                            content.readAllBytes(), StandardCharsets.ISO_8859_1));
                        });
        return new Found(paths, texts, unpacked);
    }

    /** Reads and forgets: for what is too large to keep. */
    static Unpacked counted(InputStream archive, Limits limits) throws IOException {
        return Archives.unpack(
                archive,
                limits,
                (_, content) -> content.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    List<String> problems() {
        return unpacked.problems();
    }
}
