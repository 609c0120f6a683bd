package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the forms of tokens: literals, runs {@code [0-9a-f]{32}} and {@code [A-Z]{3,8}}, runs that
 * may be left out {@code (-[0-9]{1,2})?}, and at the top literals to choose from {@code
 * (live|test)}. A backslash takes a character as it is. What is read matches in one pass without
 * going back, so that no text makes it slow.
 */
final class FormText {
    private static final int LONGEST_RUN = 20_000;
    private static final int LONGEST_FORM = 1_000;
    private static final int MOST_CHOICES = 64;

    /** What others have and these forms have not, since they match without going back. */
    private static final Map<Character, String> UNKNOWN =
            Map.of(
                    '+', "say how many, as in [a-z]{1,64}; \\+ is the character",
                    '*', "say how many, as in [a-z]{1,64}, or ([a-z]{1,64})?; \\* is the character",
                    '^', "a form begins where its first character stands; \\^ is the character",
                    '$', "a form ends where its last character stands; \\$ is the character");

    private static final Map<Character, String> CLASSES =
            Map.of(
                    'd', "[0-9]",
                    'w', "[0-9A-Za-z_]",
                    's', "write the blank itself",
                    'x', "[0-9a-f]",
                    'b', "leave it out, a token is found where no letter or digit goes on");

    private final String text;
    private int at;

    private FormText(String text) {
        this.text = text;
    }

    /**
     * The forms that a text stands for, one for each choice.
     *
     * @throws BadForm when it is none
     */
    static List<List<Piece>> read(String text) {
        if (text.length() > LONGEST_FORM) {
            throw new BadForm("a form has at most " + LONGEST_FORM + " characters");
        }
        return new FormText(text).all();
    }

    private List<List<Piece>> all() {
        List<List<Piece>> forms = List.of(List.of());
        while (at < text.length()) {
            forms = text.charAt(at) == '(' ? group(forms) : with(forms, List.of(piece()));
        }
        if (forms.getFirst().isEmpty()) {
            throw bad("a form is not empty");
        }
        return forms;
    }

    /** A piece that may be left out, or literals to choose from. */
    private List<List<Piece>> group(List<List<Piece>> before) {
        at++;
        List<Piece> choices = new ArrayList<>();
        do {
            choices.add(piece());
        } while (take('|'));
        expect(')');
        if (take('?')) {
            if (choices.size() != 1) {
                throw bad("only one piece may be left out");
            }
            Piece one = choices.getFirst();
            return with(
                    before,
                    List.of(new Piece(one.literal(), one.bytes(), one.least(), one.most(), true)));
        }
        if (choices.stream().anyMatch(each -> each.most() > 0) || choices.size() < 2) {
            throw bad("a group is '(a|b)', literals to choose from, or ends with '?'");
        }
        return with(before, choices);
    }

    private List<List<Piece>> with(List<List<Piece>> before, List<Piece> choices) {
        List<List<Piece>> all = new ArrayList<>();
        for (List<Piece> form : before) {
            for (Piece choice : choices) {
                all.add(joined(form, choice));
            }
        }
        if (all.size() > MOST_CHOICES) {
            throw bad("more than " + MOST_CHOICES + " choices");
        }
        return all;
    }

    /** Literals that follow each other are one, and a run belongs to the literal before it. */
    private static List<Piece> joined(List<Piece> form, Piece next) {
        List<Piece> longer = new ArrayList<>(form);
        Piece last = form.isEmpty() ? null : form.getLast();
        if (last == null || last.most() > 0 || last.optional() || next.optional()) {
            longer.add(next);
        } else {
            longer.removeLast();
            longer.add(
                    new Piece(
                            last.literal() + next.literal(),
                            next.bytes(),
                            next.least(),
                            next.most(),
                            false));
        }
        return longer;
    }

    /** A literal, a run, or a literal with the run behind it. */
    private Piece piece() {
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && "[(|)?{}]".indexOf(text.charAt(at)) < 0) {
            at = escaped();
            char each = text.charAt(at++);
            if (each < ' ' || each > '~') {
                throw bad("a form is made of ASCII characters");
            }
            literal.append(each);
        }
        if (at < text.length() && text.charAt(at) == '[') {
            return run(literal.toString());
        }
        if (literal.isEmpty()) {
            throw bad(nothing());
        }
        return Piece.literal(literal.toString());
    }

    /** Why nothing can be matched here. */
    private String nothing() {
        return switch (at < text.length() ? text.charAt(at) : 0) {
            case '|' -> "'|' chooses between literals inside of a group alone: (live|test)";
            case '?' -> "'?' stands behind a group, as in (-[a-z]{1,8})?";
            case '{' -> "how many stands behind a class, as in [x]{3}";
            default -> "nothing to match";
        };
    }

    /** Where the next character of a literal stands, one behind a backslash as it is. */
    private int escaped() {
        if (text.charAt(at) != '\\') {
            String instead = UNKNOWN.get(text.charAt(at));
            if (instead != null && isMeantAsOthersDo(text.charAt(at))) {
                throw bad("there is no '" + text.charAt(at) + "' here: " + instead);
            }
            return at;
        }
        if (at + 1 == text.length()) {
            throw bad("a backslash takes the character behind it");
        }
        char taken = text.charAt(at + 1);
        if (Character.isLetterOrDigit(taken)) {
            throw bad(
                    "there is no '\\"
                            + taken
                            + "' here: "
                            + CLASSES.getOrDefault(
                                    taken, "write the characters themselves, or a class [a-z0-9]"));
        }
        return at + 1;
    }

    /** Elsewhere it is a character like any other: {@code $aact_}. */
    private boolean isMeantAsOthersDo(char each) {
        return switch (each) {
            case '^' -> at == 0;
            case '$' -> at == text.length() - 1;
            default -> at > 0 && "]}).".indexOf(text.charAt(at - 1)) >= 0;
        };
    }

    private Piece run(String literal) {
        int close = text.indexOf(']', at);
        if (close < at + 2) {
            throw bad("a class is '[a-z0-9]'");
        }
        ByteSet bytes = ByteSet.of(text.substring(at + 1, close));
        if (bytes.low() == 0 && bytes.high() == 0) {
            throw new BadForm("the class [" + text.substring(at + 1, close) + "] has no member");
        }
        at = close + 1;
        int least = 1;
        int most = 1;
        if (take('{')) {
            least = number();
            most = take(',') ? number() : least;
            expect('}');
        }
        if (most < 1 || most < least || most > LONGEST_RUN) {
            throw bad("a run is {n} or {least,most}, up to " + LONGEST_RUN);
        }
        return new Piece(literal, bytes, least, most, false);
    }

    private int number() {
        int start = at;
        while (at < text.length() && at - start < 6 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw bad("a number belongs here: a run is {n} or {least,most}, with an end");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private boolean take(char each) {
        boolean there = at < text.length() && text.charAt(at) == each;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char each) {
        if (!take(each)) {
            throw bad("'" + each + "' belongs here");
        }
    }

    private BadForm bad(String why) {
        return new BadForm("character " + (at + 1) + " of the form: " + why);
    }
}
