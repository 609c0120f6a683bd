package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form of a kind of token as its provider has it: the tests' own table, from which tokens are
 * made, and by which what the rules find is judged.
 *
 * @param rule the rule's id behind {@code secrets.}
 */
public record Spec(String rule, String prefix, List<Part> parts, Check check) {

    /** A literal and what follows it. */
    record Part(String literal, Alphabet alphabet, int least, int most) {}

    public Spec {
        parts = List.copyOf(parts);
    }

    static Spec of(String rule, String prefix, Alphabet alphabet, int length) {
        return of(rule, prefix, alphabet, length, length);
    }

    static Spec of(String rule, String prefix, Alphabet alphabet, int least, int most) {
        return new Spec(rule, prefix, List.of(new Part("", alphabet, least, most)), Check.NONE);
    }

    Spec then(String literal, Alphabet alphabet, int length) {
        return then(literal, alphabet, length, length);
    }

    Spec then(String literal, Alphabet alphabet, int least, int most) {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(new Part(literal, alphabet, least, most));
        return new Spec(rule, prefix, longer, check);
    }

    Spec ending(String literal) {
        return then(literal, Alphabet.BASE62, 0);
    }

    /** The same, the last characters being check digits. */
    Spec checked(Check other) {
        return new Spec(rule, prefix, parts, other);
    }

    /** What a rule asks besides the form: of OpenAI's keys the mark, or that they look random. */
    boolean accepts(String token) {
        return !rule.equals("openai-api-key")
                || token.contains("T3Blbk" + "FJ")
                || (count(token.substring(9), "[0-9]") >= 4
                        && count(token.substring(9), "[A-Z]") >= 4
                        && count(token.substring(9), "[a-z]") >= 4);
    }

    private static long count(String token, String each) {
        return Pattern.compile(each).matcher(token).results().count();
    }

    /** As a regular expression, each part taking all that it can. */
    Pattern pattern() {
        StringBuilder regex = new StringBuilder(Pattern.quote(prefix));
        for (Part part : parts) {
            String count = "{" + part.least() + "," + part.most() + "}+";
            // A full stop or a hyphen at the end belongs to the sentence.
            String body =
                    part.alphabet() == Alphabet.DOTTED
                            ? "(?=[0-9A-Za-z._-]{" + part.least() + "})" + dotted(part)
                            : part.alphabet().regex() + count;
            regex.append(part.literal().isEmpty() ? "" : Pattern.quote(part.literal()));
            regex.append(part.most() == 0 ? "" : body);
        }
        return Pattern.compile(regex + "(?![0-9A-Za-z])");
    }

    private static String dotted(Part part) {
        return "(?>[0-9A-Za-z._-]{"
                + (part.least() - 1)
                + ","
                + (part.most() - 1)
                + "}[0-9A-Za-z_])";
    }
}
