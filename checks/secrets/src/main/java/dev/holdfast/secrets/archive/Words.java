package dev.holdfast.secrets.archive;

/** Names of entries are hostile text: what is shown of them is printable and short. */
final class Words {
    private static final int LONGEST = 200;

    private Words() {}

    /** The kind of archive and the entry's name. */
    static String of(String kind, String name) {
        StringBuilder word = new StringBuilder(kind).append(' ');
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            i += Character.charCount(point);
            String shown = printable(point);
            // The last place is for the mark of what was left out.
            boolean last = i == name.length();
            if (word.length() + shown.length() > LONGEST - (last ? 0 : 1)) {
                return word.append('…').toString();
            }
            word.append(shown);
        }
        return word.toString();
    }

    private static String printable(int point) {
        boolean hidden =
                switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    case Character.SPACE_SEPARATOR -> point != ' ';
                    default -> false;
                };
        if (hidden) {
            return String.format("\\u{%X}", point);
        }
        return point == '\\' ? "\\\\" : Character.toString(point);
    }
}
