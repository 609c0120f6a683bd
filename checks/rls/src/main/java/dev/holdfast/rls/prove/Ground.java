package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that one question is made of: fresh names, rows, facts, what must hold of all rows,
 * and what had to be left open.
 */
final class Ground {
    private final List<Formula> facts = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<ForAll> pending = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<List<Object>, Item> kept = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private int names;

    /**
     * Something that holds of all rows of some tables when an atom holds.
     *
     * @param tables the oids of the tables
     * @param body what holds of one row of each
     */
    record ForAll(Formula guard, List<Long> tables, Function<List<Row>, Formula> body) {
        ForAll {
            tables = List.copyOf(tables);
        }
    }

    Formula atom(String what) {
        return new Formula.Atom(what + "#" + names++);
    }

    Value value(String what) {
        return new Value.Unknown(what + "#" + names++);
    }

    /** A value of which nothing is known, not even whether it is there. */
    Term term(String what) {
        return new Term(value(what), atom(what + " is null"), Optional.empty());
    }

    /** A truth value of which nothing is known. */
    Kleene kleene(String what) {
        Formula isNull = atom(what + " is null");
        Formula holds = atom(what);
        return new Kleene(
                Formula.and(Formula.not(isNull), holds),
                Formula.and(Formula.not(isNull), Formula.not(holds)),
                isNull);
    }

    void fact(Formula formula) {
        facts.add(formula);
    }

    /** Says that something was not looked into, so that the answer may be worse than the truth. */
    void leaveOpen(String what) {
        open.add(what);
    }

    Row row(Relation relation, Formula present, Map<Integer, Item> columns) {
        Row row = new Row(rows.size(), relation, present, columns);
        rows.add(row);
        return row;
    }

    /** An atom that, when it holds, makes something hold of all rows. */
    Formula forAll(String what, List<Long> tables, Function<List<Row>, Formula> body) {
        Formula guard = atom(what);
        pending.add(new ForAll(guard, tables, body));
        return guard;
    }

    /** What was made for a key before, or is made now. */
    Item keep(List<Object> key, java.util.function.Supplier<Item> make) {
        Item known = kept.get(key);
        if (known == null) {
            known = make.get();
            kept.put(key, known);
        }
        return known;
    }

    /** Says that a value may be an element of an array; equal values are both, or neither. */
    void element(Element element) {
        if (elements.contains(element)) {
            return;
        }
        for (Element each : elements) {
            if (each.array().equals(element.array())) {
                facts.add(each.agrees(element));
            }
        }
        elements.add(element);
    }

    List<Element> elements() {
        return List.copyOf(elements);
    }

    /** The settings of which something was asked, by their name. */
    Map<String, Item> settings() {
        Map<String, Item> settings = new HashMap<>();
        kept.forEach((key, item) -> {
            if (key.size() == 2 && key.getFirst().equals("setting")) {
                settings.put((String) key.getLast(), item);
            }
        });
        return settings;
    }

    List<Formula> facts() {
        return List.copyOf(facts);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<Row> rowsOf(long relation) {
        return rows.stream().filter(each -> each.relation().oid() == relation).toList();
    }

    List<ForAll> universals() {
        return List.copyOf(pending);
    }

    Set<String> open() {
        return Set.copyOf(open);
    }
}
