package dev.holdfast.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the policy file may be. One tree of shapes drives the validator, the JSON Schema,
 * {@code policy explain} and the locks, so they cannot disagree.
 */
public sealed interface Shape {

    /** What the key is for, one sentence for an editor's tooltip. */
    String description();

    /** A shape without parts; it has a value, and a rule of what is stricter. */
    sealed interface Leaf extends Shape permits Text, WholeNumber, Flag, Single, ListOf {

        /** The value when nobody says anything, or null when there is none. */
        @Nullable Object defaultValue();

        /** What a lock lets a child do. */
        Tightening tightening();
    }

    /**
     * A text.
     *
     * @param choices the only words allowed, strictest first, or empty when any text is
     * @param form a form that the text must have, or null
     */
    record Text(
            String description,
            List<String> choices,
            @Nullable Form form,
            @Nullable Object defaultValue,
            Tightening tightening)
            implements Leaf {

        public Text {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The form of a text, as a regular expression that JSON Schema knows too.
     *
     * @param words what a person calls it: {@code a SHA-256 in hexadecimal}
     * @param longest the most characters; a regular expression with a repeated group takes stack
     *     for each of them
     */
    record Form(String pattern, String words, int longest) {
        private static final int LONGEST = 2_000;

        /** A form of a text of at most 2,000 characters. */
        public Form(String pattern, String words) {
            this(pattern, words, LONGEST);
        }

        /** Whether the whole text has the form. */
        boolean matches(String text) {
            return text.codePointCount(0, text.length()) <= longest
                    && Pattern.matches(pattern, text);
        }

        /** What a person calls it, with the length when that is what is wrong. */
        String wordsFor(String text) {
            return text.codePointCount(0, text.length()) <= longest
                    ? words
                    : words + " of at most " + longest + " characters";
        }
    }

    /** A whole number in a range, both ends included. */
    record WholeNumber(
            String description, int least, int most, Integer defaultValue, Tightening tightening)
            implements Leaf {}

    /** True or false. */
    record Flag(String description, Boolean defaultValue, Tightening tightening) implements Leaf {}

    /** A text, a whole number or a flag, as whoever gets it makes a difference of them. */
    record Single(String description, Tightening tightening) implements Leaf {
        @Override
        public @Nullable Object defaultValue() {
            return null;
        }
    }

    /** A list of texts or of mappings; no text stands twice. */
    record ListOf(
            String description, Shape item, @Nullable Object defaultValue, Tightening tightening)
            implements Leaf {}

    /** A mapping with these keys and no others. */
    record Keys(String description, Map<String, Shape> keys, List<String> required)
            implements Shape {

        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            required = List.copyOf(required);
        }
    }

    /**
     * A mapping that has exactly one of these keys, and with it the keys that belong to that one.
     */
    record Either(String description, Map<String, Keys> byKey) implements Shape {

        public Either {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }
    }

    /** A mapping from names of that form to values of one shape. */
    record Names(String description, Form name, Shape value) implements Shape {}
}
