package dev.holdfast.secrets.rule;

/**
 * One piece of a form: a literal and the run of bytes behind it.
 *
 * @param most 0 when the piece is a literal alone
 */
record Piece(String literal, ByteSet bytes, int least, int most, boolean optional) {
    private static final ByteSet NOTHING = ByteSet.of("");

    static Piece literal(String text) {
        return new Piece(text, NOTHING, 0, 0, false);
    }

    /** As a regular expression has it. */
    String described() {
        String count = least == most ? "{" + least + "}" : "{" + least + "," + most + "}";
        String body = most == 0 ? "" : "[" + bytes.ranges() + "]" + count;
        String one = literal.replace(".", "\\.") + body;
        return optional ? "(" + one + ")?" : one;
    }
}
