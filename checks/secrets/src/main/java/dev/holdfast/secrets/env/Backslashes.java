package dev.holdfast.secrets.env;

/** What readers of {@code .env} files make of a backslash inside quotes. */
final class Backslashes {

    private Backslashes() {}

    /** As shells and most languages do: line ends, tabs, quotes and the backslash itself. */
    static String all(String raw) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each != '\\' || i + 1 == raw.length()) {
                value.append(each);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case '"', '\\' -> value.append(escaped);
                default -> value.append('\\').append(escaped);
            }
        }
        return value.toString();
    }

    /** As dotenv does: every other backslash stays. */
    static String lineEnds(String raw) {
        return raw.replace("\\n", "\n").replace("\\r", "\r");
    }

    /** Of single quotes and backticks: only the quote itself may be escaped. */
    static String quote(String raw, char quote) {
        return raw.replace("\\" + quote, String.valueOf(quote));
    }
}
