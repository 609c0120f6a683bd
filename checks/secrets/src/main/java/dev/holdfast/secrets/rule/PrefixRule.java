package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens of a literal prefix and a body of a known shape. */
final class PrefixRule implements FormRule {
    private final Kind kind;
    private final TokenRule rule;
    private final List<Form> forms;
    private final @Nullable Judge judge;
    private final boolean word;
    private final int mixture;

    /**
     * A rule.
     *
     * @param judge whom to ask about each token
     * @param word whether a prefix is a common word and may not be the end of a longer one
     * @param mixture how many letters of either case and digits a body has at least, of each
     */
    PrefixRule(Kind kind, List<Form> forms, @Nullable Judge judge, boolean word, int mixture) {
        this.kind = kind;
        this.rule = kind.rule();
        this.forms = List.copyOf(forms);
        this.judge = judge;
        this.word = word;
        this.mixture = mixture;
    }

    @Override
    public String recognised() {
        Map<String, List<String>> prefixes = new LinkedHashMap<>();
        for (Form form : forms) {
            prefixes.computeIfAbsent(form.shape().toString(), _ -> new ArrayList<>())
                    .add(form.prefix().replace(".", "\\."));
        }
        List<String> texts = new ArrayList<>();
        prefixes.forEach((shape, all) ->
                texts.add(
                        (all.size() == 1 ? all.getFirst() : "(" + String.join(" or ", all) + ")")
                                + shape));
        return String.join(" or ", texts);
    }

    @Override
    public List<String> anchors() {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Form form : forms) {
            prefixes.add(form.prefix());
        }
        return List.copyOf(prefixes);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        boolean begins = word ? Boundary.beforeWord(bytes, anchor) : Boundary.before(bytes, anchor);
        if (!begins) {
            return null;
        }
        // The first form that fits decides.
        for (Form form : forms) {
            if (Literal.at(bytes, length, anchor, form.prefix())) {
                int end = form.shape().end(bytes, length, anchor + form.prefix().length());
                if (end != Shape.NONE) {
                    return of(form, bytes, length, anchor, end);
                }
            }
        }
        return null;
    }

    private @Nullable Match of(Form form, byte[] bytes, int length, int start, int end) {
        int body = start + form.prefix().length();
        Span secret = form.shape().longest(bytes, length, body);
        if (Placeholder.is(bytes, body, end)
                || Placeholder.is(bytes, secret.start(), secret.end())
                || (mixture > 0 && !Mixture.of(bytes, body, end, mixture))) {
            return null;
        }
        Assessment assessment =
                judge == null
                        ? kind.leaked(form.digits().of(bytes, start, body, end), Map.of())
                        : judge.judge(bytes, length, start, end);
        return assessment == null ? null : new TokenMatch(rule, assessment, start, end, List.of());
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        int most = 0;
        for (Form form : forms) {
            most = Math.max(most, form.prefix().length() + form.shape().most());
        }
        return most + 16 + (judge == null ? 0 : Around.REACH);
    }
}
