package dev.holdfast.secrets.rule;

import java.util.List;

/** How the tokens of a rule are found. */
sealed interface Manner {

    /**
     * By a literal at their start or in their middle.
     *
     * @param word whether the literal is a common word, which may not be joined to others
     * @param judge the name of a {@link Judging}, or empty
     * @param mixture how many capital letters, small letters and digits there are at least, of each
     */
    record Forms(List<FormEntry> forms, boolean word, String judge, int mixture, Near near)
            implements Manner {
        public Forms {
            forms = List.copyOf(forms);
        }
    }

    /** By the host of a URL and the steps of its path, the last one secret. */
    record Url(List<String> hosts, String path) implements Manner {
        public Url {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * By a word in the name that a value of a known form is assigned to.
     *
     * @param words in small letters
     * @param names one of them stands in the name too; empty when the words say enough
     * @param values the forms of the value
     */
    record Context(List<String> words, List<String> names, List<String> values) implements Manner {
        public Context {
            words = List.copyOf(words);
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /**
     * By code.
     *
     * @param code the name of a {@link Parsed}
     * @param recognised what a person is told of the form
     */
    record Code(String code, String recognised) implements Manner {}

    /**
     * Words near a token that tell it from what merely looks like one.
     *
     * @param words one of them stands near; in small letters; none when nothing is asked
     * @param otherwise the severity without them, or empty when it is no token then
     */
    record Near(List<String> words, String otherwise) {
        static final Near NOTHING = new Near(List.of(), "");

        public Near {
            words = List.copyOf(words);
        }
    }

    /** A form, and the check digits that tokens of that form carry. */
    record FormEntry(String form, CheckDigits digits) {}
}
