package dev.holdfast.secrets.archive;

import java.util.List;

/**
 * What came out of an archive.
 *
 * @param entries how many were handed to the visitor
 * @param bytes how many bytes of them were unpacked
 * @param problems what was not looked at and why, each the end of a sentence that begins with the
 *     archive's name: "is packed as 7z, which is not opened"; "holds zip a.txt, which is
 *     encrypted". None means that all was looked at
 */
public record Unpacked(long entries, long bytes, List<String> problems) {
    public Unpacked {
        problems = List.copyOf(problems);
    }
}
