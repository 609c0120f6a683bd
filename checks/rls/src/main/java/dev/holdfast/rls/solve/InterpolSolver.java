package dev.holdfast.rls.solve;

import de.uni_freiburg.informatik.ultimate.logic.Logics;
import de.uni_freiburg.informatik.ultimate.logic.Model;
import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Script.LBool;
import de.uni_freiburg.informatik.ultimate.logic.Sort;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SMTInterpol: pure Java, so that it runs wherever Holdfast does. */
public final class InterpolSolver implements Solver {

    @Override
    public String name() {
        return "smtinterpol";
    }

    @Override
    public Answer decide(List<Formula> formulas, long patience) {
        LogProxy quiet = new DefaultLogger();
        quiet.setLoglevel(LogProxy.LOGLEVEL_OFF);
        long end = System.nanoTime() + patience * 1_000_000;
        Script script = new SMTInterpol(quiet, () -> System.nanoTime() - end > 0);
        try {
            return new Asking(script).answer(formulas);
        } catch (SMTLIBException failed) {
            return new Answer.Undecided("smtinterpol: " + failed.getMessage());
        } finally {
            script.exit();
        }
    }

    /** One question; the solver's terms are its own. */
    private static final class Asking {
        private final Script script;
        private final Sort sort;
        private final Map<Value, Term> values = new LinkedHashMap<>();
        private final Map<String, Term> atoms = new LinkedHashMap<>();

        Asking(Script script) {
            this.script = script;
            script.setOption(":produce-models", true);
            script.setLogic(Logics.QF_UF);
            script.declareSort("V", 0);
            sort = script.sort("V");
        }

        Answer answer(List<Formula> formulas) {
            for (Formula each : formulas) {
                script.assertTerm(term(each));
            }
            for (List<Term> each : differences().values()) {
                if (each.size() > 1) {
                    script.assertTerm(script.term("distinct", each.toArray(Term[]::new)));
                }
            }
            LBool result = script.checkSat();
            return switch (result) {
                case UNSAT -> new Answer.Impossible();
                case SAT -> possible(script.getModel());
                case UNKNOWN ->
                        new Answer.Undecided("smtinterpol: " + script.getInfo(":reason-unknown"));
            };
        }

        private Map<String, List<Term>> differences() {
            Map<String, List<Term>> kinds = new LinkedHashMap<>();
            values.forEach((value, term) -> {
                if (value instanceof Value.Constant constant && constant.distinct()) {
                    kinds.merge(
                            constant.type(),
                            List.of(term),
                            (all, one) ->
                                    java.util.stream.Stream.concat(all.stream(), one.stream())
                                            .toList());
                }
            });
            return kinds;
        }

        private Answer possible(Model model) {
            Set<String> holding = new HashSet<>();
            atoms.forEach((name, term) -> {
                if (model.evaluate(term).equals(script.term("true"))) {
                    holding.add(name);
                }
            });
            Map<Term, Integer> numbers = new HashMap<>();
            Map<Value, Integer> classes = new HashMap<>();
            values.forEach((value, term) ->
                    classes.put(
                            value,
                            numbers.computeIfAbsent(model.evaluate(term), _ -> numbers.size())));
            return new Answer.Possible(holding, classes);
        }

        private Term value(Value value) {
            Term known = values.get(value);
            if (known != null) {
                return known;
            }
            Term made = constant("v" + values.size(), sort);
            values.put(value, made);
            return made;
        }

        private Term atom(String name) {
            Term known = atoms.get(name);
            if (known != null) {
                return known;
            }
            Term made = constant("a" + atoms.size(), script.sort("Bool"));
            atoms.put(name, made);
            return made;
        }

        private Term constant(String name, Sort of) {
            script.declareFun(name, new Sort[0], of);
            return script.term(name);
        }

        private Term term(Formula formula) {
            return switch (formula) {
                case Formula.Constant constant -> script.term(constant.value() ? "true" : "false");
                case Formula.Atom atom -> atom(atom.name());
                case Formula.Same same -> script.term("=", value(same.left()), value(same.right()));
                case Formula.Not not -> script.term("not", term(not.of()));
                case Formula.And and -> script.term("and", terms(and.parts()));
                case Formula.Or or -> script.term("or", terms(or.parts()));
            };
        }

        private Term[] terms(List<Formula> formulas) {
            return formulas.stream().map(this::term).toArray(Term[]::new);
        }
    }
}
