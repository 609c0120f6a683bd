package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.VariableRecognizer;
import dev.holdfast.secrets.env.Eligibility;
import dev.holdfast.secrets.env.Encodings;
import dev.holdfast.secrets.env.EnvVariable;
import dev.holdfast.secrets.place.Scrub;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.rule.VariableNames;
import dev.holdfast.secrets.verify.KeyRing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run looks for.
 *
 * @param kinds how many kinds of tokens
 * @param values how many values of {@code .env} files
 * @param leftOut the names of the variables whose values are not looked for, sorted
 */
record SecretSearch(
        Engine engine, Interpreter interpreter, int kinds, int values, List<String> leftOut) {

    static SecretSearch of(
            List<EnvVariable> variables, FingerprintKey key, UserRules own, KeyRing ring) {
        Map<Needle, EnvVariable> needles = new HashMap<>();
        List<EnvVariable> open = new ArrayList<>();
        // What is too short to be looked for is not shown beside what is found.
        List<Needle> hidden = new ArrayList<>();
        Map<String, EnvVariable> telling = new LinkedHashMap<>();
        for (EnvVariable variable : variables) {
            if (Eligibility.isSecret(variable)) {
                telling.merge(variable.hash(key), variable, SecretSearch::moreTelling);
            } else {
                open.add(variable);
                Encodings.ofShort(variable).ifPresent(hidden::add);
            }
        }
        for (EnvVariable variable : telling.values()) {
            Encodings.of(variable).forEach(needle -> needles.put(needle, variable));
        }
        RuleSet rules = RuleSet.firstClass().with(own);
        List<Recognizer> recognizers = new ArrayList<>(rules.recognizers());
        recognizers.add(new VariableRecognizer(VariableNames.PUBLIC_PREFIXES));
        List<Needle> all = new ArrayList<>(needles.keySet());
        all.addAll(hidden);
        return new SecretSearch(
                Engine.of(recognizers, all),
                new Interpreter(needles, open, key, ring),
                rules.rules().size(),
                telling.size(),
                leftOut(open));
    }

    /** Of two variables with one value: the one that is inlined, else that of the inner package. */
    private static EnvVariable moreTelling(EnvVariable one, EnvVariable other) {
        if (one.isPublic() != other.isPublic()) {
            return one.isPublic() ? one : other;
        }
        return depth(other) > depth(one) ? other : one;
    }

    private static long depth(EnvVariable variable) {
        return variable.source().chars().filter(each -> each == '/').count();
    }

    /** Takes out of names what this search finds in them. */
    Scrub scrub() {
        return new Scrub(name -> interpreter.secretsOfNames(engine, name));
    }

    private static List<String> leftOut(List<EnvVariable> open) {
        return open.stream()
                .filter(each -> !each.isEmpty())
                .map(EnvVariable::name)
                .distinct()
                .sorted()
                .toList();
    }
}
