package dev.holdfast.commands.explain;

/** A paragraph of at most 80 columns, two blanks before each line. */
final class Paragraph {
    private static final int WIDTH = 80;

    private Paragraph() {}

    static String of(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            boolean breaks = column > 0 && column + 1 + word.length() > WIDTH;
            if (breaks) {
                lines.append('\n');
                column = 0;
            }
            lines.append(column == 0 ? "  " : " ").append(word);
            column += word.length() + (column == 0 ? 2 : 1);
        }
        return lines.append('\n').toString();
    }
}
