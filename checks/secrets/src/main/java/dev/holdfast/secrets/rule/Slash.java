package dev.holdfast.secrets.rule;

import java.util.List;

/** The forms of a slash in text that is inside other text: a script, JSON, the query of a URL. */
final class Slash {
    private static final List<String> FORMS = List.of("/", "\\/", "\\u002f", "%2f");

    private Slash() {}

    /** The offset behind the slash that stands at that offset, or -1. */
    static int skip(byte[] bytes, int length, int at) {
        for (String form : FORMS) {
            if (Literal.ignoringCase(bytes, length, at, form)) {
                return at + form.length();
            }
        }
        return -1;
    }
}
