package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.solve.Answer;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.solve.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models of one question, one after the other. */
public final class Examples {
    private static final long PATIENCE = 5_000;
    private static final String TEXT = "template 25 ";

    private final Question question;
    private final List<Formula> formulas;
    private final Set<String> atoms = new LinkedHashSet<>();
    private Optional<Answer.Possible> answer;

    private Examples(Question question, Answer.Possible answer) {
        this.question = question;
        this.formulas = new ArrayList<>(question.formulas());
        this.answer = Optional.of(answer);
        formulas.forEach(each -> Evaluation.atoms(each, atoms));
    }

    /** Those of a proof that found one. */
    public static Optional<Examples> of(Proof proof) {
        return proof.model().map(model -> new Examples(model.question(), model.answer()));
    }

    /** The one of an answer. */
    static Example of(Question question, Answer.Possible answer) {
        return new Examples(question, answer).example(answer);
    }

    /** The one that is at hand. */
    public Optional<Example> here() {
        return answer.map(this::example);
    }

    /**
     * Looks for one that differs in what is in the rows that the question is about, or in what was
     * not looked into.
     */
    public void next(Solver solver) {
        answer.ifPresent(each -> {
            formulas.add(Formula.not(Formula.and(distinguishing(each))));
            answer =
                    solver.decide(formulas, PATIENCE) instanceof Answer.Possible other
                            ? Optional.of(other)
                            : Optional.empty();
        });
    }

    private List<Formula> distinguishing(Answer.Possible model) {
        List<Formula> all = new ArrayList<>();
        Set<String> ofRows = new LinkedHashSet<>();
        question.old().ifPresent(row -> all.addAll(contents(row, model, ofRows)));
        question.written().ifPresent(row -> all.addAll(contents(row, model, ofRows)));
        for (String each : atoms) {
            boolean plain = each.startsWith("in ") || each.contains(" is null#");
            if (!plain && !ofRows.contains(each)) {
                Formula atom = new Formula.Atom(each);
                all.add(model.holding().contains(each) ? atom : Formula.not(atom));
            }
        }
        return all;
    }

    private List<Formula> contents(Row row, Answer.Possible model, Set<String> ofRows) {
        List<Formula> all = new ArrayList<>();
        for (Item each : row.columns().values()) {
            Formula fact =
                    switch (each) {
                        case Item.Plain plain -> plain.term().isNull();
                        case Item.Truth truth -> truth.kleene().yes();
                    };
            Evaluation.atoms(fact, ofRows);
            if (isAsked(fact)) {
                all.add(Evaluation.holds(fact, model) ? fact : Formula.not(fact));
            }
        }
        return all;
    }

    private boolean isAsked(Formula fact) {
        Set<String> its = new LinkedHashSet<>();
        Evaluation.atoms(fact, its);
        return its.stream().anyMatch(atoms::contains);
    }

    private Example example(Answer.Possible model) {
        List<Example.Line> stored = new ArrayList<>();
        Optional<Integer> target = Optional.empty();
        List<Row> rows = new ArrayList<>();
        question.old().ifPresent(rows::add);
        question.ground().rows().stream()
                .filter(each ->
                        question.old().map(old -> old.number() != each.number()).orElse(true))
                .forEach(rows::add);
        for (Row each : rows) {
            boolean asked = question.old().map(old -> old.number() == each.number()).orElse(false);
            if (!asked && !Evaluation.holds(each.present(), model)) {
                continue;
            }
            Example.Line line = line(each, model);
            if (asked) {
                target = Optional.of(stored.size());
                stored.add(line);
            } else if (stored.stream().noneMatch(other -> isSame(line, other))) {
                stored.add(line);
            }
        }
        Map<Integer, Example.Known> classes = new HashMap<>();
        for (Map.Entry<Value, Integer> each : model.classes().entrySet()) {
            if (each.getKey() instanceof Value.Constant constant) {
                classes.merge(
                        each.getValue(),
                        new Example.Known(constant.type(), constant.text()),
                        Examples::better);
            }
        }
        Map<String, Example.Content> settings = new HashMap<>();
        question.ground()
                .settings()
                .forEach((name, item) -> settings.put(name, content(item, model)));
        return new Example(
                stored,
                target,
                question.written().map(each -> line(each, model)),
                settings,
                classes,
                model.classes().getOrDefault(Session.USER, Example.NOBODY_ELSE),
                tenants(model),
                question.tenants().map(array -> elements(array, model)));
    }

    /** The class of the list of tenants: as what it is read as, before the text itself. */
    private static Optional<Integer> tenants(Answer.Possible model) {
        return model.classes().keySet().stream()
                .filter(Value.Unknown.class::isInstance)
                .map(each -> ((Value.Unknown) each).name())
                .filter(each ->
                        each.startsWith("template ") && each.endsWith(" " + KnownText.TENANTS))
                .min(
                        Comparator.<String, Boolean>comparing(each -> each.startsWith(TEXT))
                                .thenComparing(Comparator.naturalOrder()))
                .map(each -> model.classes().get(new Value.Unknown(each)));
    }

    /** The classes of what the model takes for elements of an array. */
    private Set<Integer> elements(Item array, Answer.Possible model) {
        Set<Integer> elements = new LinkedHashSet<>();
        for (Element each : question.ground().elements()) {
            if (each.array().equals(array)
                    && each.value() instanceof Item.Plain(Term value)
                    && Evaluation.holds(each.is().yes(), model)
                    && !Evaluation.holds(value.isNull(), model)
                    && model.classes().containsKey(value.value())) {
                elements.add(model.classes().get(value.value()));
            }
        }
        return elements;
    }

    /** Of two constants of one class the one that is written as people write it. */
    private static Example.Known better(Example.Known one, Example.Known other) {
        return one.kind().startsWith("type ") || one.kind().equals("null") ? other : one;
    }

    private Example.Line line(Row row, Answer.Possible model) {
        Map<Integer, Example.Content> columns = new HashMap<>();
        row.columns().forEach((number, item) -> columns.put(number, content(item, model)));
        return new Example.Line(row.relation(), columns);
    }

    private Example.Content content(Item item, Answer.Possible model) {
        return switch (item) {
            case Item.Truth truth -> {
                Kleene kleene = truth.kleene();
                if (!isAsked(kleene.yes()) && !isAsked(kleene.no())) {
                    yield new Example.Content.Free();
                }
                yield Evaluation.holds(kleene.neither(), model)
                        ? new Example.Content.Null()
                        : new Example.Content.Truth(Evaluation.holds(kleene.yes(), model));
            }
            case Item.Plain plain -> {
                Integer number = model.classes().get(plain.term().value());
                boolean asked = isAsked(plain.term().isNull());
                if (asked && Evaluation.holds(plain.term().isNull(), model)) {
                    yield new Example.Content.Null();
                }
                if (number != null) {
                    yield new Example.Content.OfClass(number);
                }
                yield asked ? new Example.Content.Present() : new Example.Content.Free();
            }
        };
    }

    /** Whether two rows have the same key, so that they are one. */
    private boolean isSame(Example.Line one, Example.Line other) {
        if (one.relation().oid() != other.relation().oid()) {
            return false;
        }
        return question.universe().catalog().constraintsOf(one.relation().oid()).stream()
                .filter(each ->
                        each.kind() == Constraint.Kind.PRIMARY_KEY
                                || each.kind() == Constraint.Kind.UNIQUE)
                .anyMatch(key ->
                        key.columns().stream()
                                .allMatch(each ->
                                        one.columns().get(each)
                                                        instanceof Example.Content.OfClass mine
                                                && mine.equals(other.columns().get(each))));
    }
}
