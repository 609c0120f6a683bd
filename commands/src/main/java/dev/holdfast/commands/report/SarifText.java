package dev.holdfast.commands.report;

import java.util.Map;

/** Text in SARIF, inside GitHub's limit of {@value #LONGEST} characters. */
final class SarifText {
    static final String ROOT = "SRCROOT";
    static final int LONGEST = 1_024;

    private SarifText() {}

    /** A message object of plain text. */
    static Map<String, Object> message(String text) {
        return Map.of("text", plain(text));
    }

    /**
     * One line of plain text. {@code [words](target)} is a link even there (SARIF 2.1.0, section
     * 3.11.6), so the two brackets are kept apart.
     */
    static String plain(String text) {
        return MarkdownText.clip(Visible.line(text).strip().replace("](", "] ("), LONGEST);
    }

    /** The parts as sentences. */
    static String sentences(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            String sentence = part.strip();
            if (!sentence.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
                text.append(".!?…".indexOf(sentence.charAt(sentence.length() - 1)) < 0 ? "." : "");
            }
        }
        return text.toString();
    }
}
