package dev.holdfast.cli;

/** Text for a terminal: a file's name may hold escape sequences, and must not give orders. */
final class Printable {

    private Printable() {}

    /** The text with control and direction-changing characters shown as {@code \\u001B}. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    int type = Character.getType(point);
                    boolean order =
                            (type == Character.CONTROL && point != '\n')
                                    || type == Character.FORMAT;
                    if (order) {
                        shown.append("\\u%04X".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return shown.toString();
    }
}
