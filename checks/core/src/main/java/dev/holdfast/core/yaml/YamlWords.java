package dev.holdfast.core.yaml;

/** Words of the parser made fit for one line of ours. */
final class YamlWords {
    private static final int LONGEST = 160;

    private YamlWords() {}

    static String of(String message) {
        String line = message.strip().split("\\R", 2)[0].replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
