package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes recognisers of forms: by their first literal, or by one in their middle. */
final class FormRules {
    /** The fewest bytes of a literal at which the engine can look. */
    static final int FEWEST = 3;

    // One byte of a class before a literal that is too short becomes a part of the literal.
    private static final int MOST_MEMBERS = 16;

    private FormRules() {}

    /** The judge of that name. */
    static Optional<Judging> judging(String word) {
        for (Judging each : Judging.values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * What finds them.
     *
     * @throws BadForm when a form has no literal to look for
     */
    static FormRule of(RuleEntry rule, Forms forms) {
        List<Form> prefixed = new ArrayList<>();
        List<InfixForm> others = new ArrayList<>();
        for (FormEntry entry : forms.forms()) {
            for (List<Piece> pieces : FormText.read(entry.form())) {
                Piece first = pieces.getFirst();
                if (first.literal().isEmpty()) {
                    others.add(infix(pieces));
                } else {
                    prefixed.add(prefixed(pieces, entry.digits()));
                }
            }
        }
        if (!prefixed.isEmpty() && !others.isEmpty()) {
            throw new BadForm("forms of one rule begin all with a literal, or all with a run");
        }
        return prefixed.isEmpty()
                ? new InfixRule(rule.kind(), one(others))
                : new PrefixRule(
                        rule.kind(), prefixed, judge(rule, forms), forms.word(), forms.mixture());
    }

    private static InfixForm one(List<InfixForm> others) {
        if (others.size() > 1) {
            throw new BadForm("a rule has one form that begins with a run");
        }
        return others.getFirst();
    }

    private static Form prefixed(List<Piece> pieces, CheckDigits digits) {
        Piece first = pieces.getFirst();
        if (first.optional() || first.literal().length() < FEWEST) {
            throw new BadForm(
                    "the literal at the start, '"
                            + first.literal()
                            + "', has fewer than "
                            + FEWEST
                            + " bytes");
        }
        List<Piece> rest = new ArrayList<>(pieces.subList(1, pieces.size()));
        if (first.most() > 0) {
            rest.addFirst(new Piece("", first.bytes(), first.least(), first.most(), false));
        }
        if (rest.isEmpty()) {
            throw new BadForm("a literal alone is no form");
        }
        return new Form(first.literal(), Shape.of(rest), digits);
    }

    private static InfixForm infix(List<Piece> pieces) {
        Piece before = pieces.getFirst();
        List<Piece> rest = new ArrayList<>(pieces.subList(1, pieces.size()));
        String start = "";
        List<String> infixes = new ArrayList<>();
        if (!rest.isEmpty() && rest.getFirst().literal().isEmpty()) {
            Piece one = rest.removeFirst();
            String members = one.bytes().members();
            if (one.least() != 1 || one.most() != 1 || members.length() > MOST_MEMBERS) {
                throw new BadForm("only one byte of a small class may stand before the literal");
            }
            start = members;
        }
        if (rest.isEmpty() || rest.getFirst().most() == 0 || rest.getFirst().optional()) {
            throw new BadForm("a run must follow the literal");
        }
        Piece body = rest.removeFirst();
        String literal = body.literal();
        for (int i = 0; i < start.length(); i++) {
            infixes.add(start.charAt(i) + literal);
        }
        if (infixes.isEmpty()) {
            infixes.add(literal);
        }
        if (infixes.getFirst().length() < FEWEST) {
            throw new BadForm("the literal '" + literal + "' has fewer than " + FEWEST + " bytes");
        }
        rest.addFirst(new Piece("", body.bytes(), body.least(), body.most(), false));
        return new InfixForm(
                before.bytes(), before.least(), before.most(), infixes, Shape.of(rest));
    }

    private static @Nullable Judge judge(RuleEntry rule, Forms forms) {
        Kind kind = rule.kind();
        if (!forms.judge().isEmpty()) {
            Judging judging =
                    judging(forms.judge())
                            .orElseThrow(() -> new BadForm("no judge " + forms.judge()));
            return (bytes, length, start, end) -> judging.judge(kind, bytes, length, start, end);
        }
        Near near = forms.near();
        if (near.words().isEmpty()) {
            return null;
        }
        return new NearJudge(kind, near);
    }

    /** The severity of that word; rules are read before they are used, so there is one. */
    static Severity severity(String word) {
        return Severity.ofWord(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new BadForm("no severity " + word));
    }
}
