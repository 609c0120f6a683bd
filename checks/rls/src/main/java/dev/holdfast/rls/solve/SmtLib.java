package dev.holdfast.rls.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formulas as a script of SMT-LIB 2.6, logic QF_UF. Names are numbered, so that nothing of a schema
 * can be taken for syntax.
 */
public final class SmtLib {
    private final Map<Value, String> values = new LinkedHashMap<>();
    private final Map<String, String> atoms = new LinkedHashMap<>();
    private final List<String> assertions = new ArrayList<>();

    private SmtLib() {}

    /** The script's parts for some formulas. */
    public static SmtLib of(List<Formula> formulas) {
        SmtLib script = new SmtLib();
        for (Formula each : formulas) {
            StringBuilder text = new StringBuilder();
            script.write(each, text);
            script.assertions.add(text.toString());
        }
        script.assertions.addAll(script.differences());
        return script;
    }

    /** The names of the values. */
    public Map<Value, String> values() {
        return Map.copyOf(values);
    }

    /** The names of the atoms. */
    public Map<String, String> atoms() {
        return Map.copyOf(atoms);
    }

    /** The whole, without a question at the end. */
    public String text() {
        StringBuilder text = new StringBuilder("(set-logic QF_UF)\n(declare-sort V 0)\n");
        values.values().forEach(each -> text.append("(declare-const " + each + " V)\n"));
        atoms.values().forEach(each -> text.append("(declare-const " + each + " Bool)\n"));
        assertions.forEach(each -> text.append("(assert " + each + ")\n"));
        return text.toString();
    }

    private List<String> differences() {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        values.forEach((value, name) -> {
            if (value instanceof Value.Constant constant && constant.distinct()) {
                kinds.computeIfAbsent(constant.type(), _ -> new LinkedHashSet<>()).add(name);
            }
        });
        return kinds.values().stream()
                .filter(names -> names.size() > 1)
                .map(names -> "(distinct " + String.join(" ", names) + ")")
                .toList();
    }

    private String name(Value value) {
        return values.computeIfAbsent(value, _ -> "v" + values.size());
    }

    private void write(Formula formula, StringBuilder into) {
        switch (formula) {
            case Formula.Constant constant -> into.append(constant.value());
            case Formula.Atom atom ->
                    into.append(atoms.computeIfAbsent(atom.name(), _ -> "a" + atoms.size()));
            case Formula.Same same ->
                    into.append("(= ")
                            .append(name(same.left()))
                            .append(' ')
                            .append(name(same.right()))
                            .append(')');
            case Formula.Not not -> {
                into.append("(not ");
                write(not.of(), into);
                into.append(')');
            }
            case Formula.And and -> write("and", and.parts(), into);
            case Formula.Or or -> write("or", or.parts(), into);
        }
    }

    private void write(String word, List<Formula> parts, StringBuilder into) {
        into.append('(').append(word);
        for (Formula each : parts) {
            into.append(' ');
            write(each, into);
        }
        into.append(')');
    }
}
