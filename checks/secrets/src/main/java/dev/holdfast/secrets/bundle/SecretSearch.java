package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.VariableRecognizer;
import dev.holdfast.secrets.env.Eligibility;
import dev.holdfast.secrets.env.Encodings;
import dev.holdfast.secrets.env.EnvVariable;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.rule.VariableNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run looks for.
 *
 * @param kinds how many kinds of tokens
 * @param values how many values of {@code .env} files
 */
record SecretSearch(Engine engine, Interpreter interpreter, int kinds, int values) {

    static SecretSearch of(List<EnvVariable> variables, FingerprintKey key) {
        Map<Needle, EnvVariable> needles = new HashMap<>();
        List<EnvVariable> open = new ArrayList<>();
        // What is too short to be looked for is not shown beside what is found.
        List<Needle> hidden = new ArrayList<>();
        for (EnvVariable variable : variables) {
            if (Eligibility.isSecret(variable)) {
                Encodings.of(variable).forEach(needle -> needles.put(needle, variable));
            } else {
                open.add(variable);
                Encodings.ofShort(variable).ifPresent(hidden::add);
            }
        }
        RuleSet rules = RuleSet.firstClass();
        List<Recognizer> recognizers = new ArrayList<>(rules.recognizers());
        recognizers.add(new VariableRecognizer(VariableNames.PUBLIC_PREFIXES));
        List<Needle> all = new ArrayList<>(needles.keySet());
        all.addAll(hidden);
        // A value that can be read in several ways counts once.
        long values = needles.values().stream().map(EnvVariable::toString).distinct().count();
        return new SecretSearch(
                Engine.of(recognizers, all),
                new Interpreter(needles, open, key),
                rules.rules().size(),
                (int) values);
    }
}
