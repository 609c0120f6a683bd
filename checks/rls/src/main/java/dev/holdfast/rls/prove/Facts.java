package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What constraints say of the rows of a question. NOT NULL is in the rows themselves. */
final class Facts {
    private final Encoding encoding;
    private final boolean oneMoment;
    private int done;

    Facts(Encoding encoding) {
        this.encoding = encoding;
        this.oneMoment = encoding.universe().volatility().oneMoment();
    }

    /**
     * Everything, of the rows that are there and of those that this asks for.
     *
     * @param asked what it is said for
     */
    void sayAll(Formula asked) {
        say();
        new Instances(encoding.ground(), asked).say();
        say();
        sayUnique();
    }

    /** CHECKs and foreign keys of the rows that are new since the last time. */
    private void say() {
        List<Row> rows = encoding.ground().rows();
        for (Row each : rows.subList(done, rows.size())) {
            if (!isParent(each.relation())) {
                for (Constraint constraint : constraints(each.relation())) {
                    check(each, constraint);
                    reference(each, constraint);
                }
            }
        }
        done = rows.size();
    }

    /** Of each two rows of a table with the same key that they are the same row. */
    private void sayUnique() {
        List<Row> rows = encoding.ground().rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Row one = rows.get(i);
                Row other = rows.get(j);
                if (one.relation().oid() == other.relation().oid() && !isParent(one.relation())) {
                    constraints(one.relation()).forEach(each -> unique(one, other, each));
                }
            }
        }
    }

    private List<Constraint> constraints(Relation relation) {
        return encoding.universe().catalog().constraintsOf(relation.oid()).stream()
                .filter(Constraint::validated)
                .toList();
    }

    /** Keys are not kept across a parent and its children, and a CHECK may be the parent's only. */
    private boolean isParent(Relation relation) {
        return relation.kind() == Relation.Kind.TABLE
                && encoding.universe().catalog().inheritances().stream()
                        .map(Catalog.Inheritance::parent)
                        .anyMatch(each -> each == relation.oid());
    }

    private void check(Row row, Constraint constraint) {
        if (constraint.kind() != Constraint.Kind.CHECK
                || constraint.expression().isEmpty()
                || !isTimeless(constraint.expression().get().tree())) {
            return;
        }
        Kleene holds =
                encoding.truths()
                        .of(
                                ExpressionReader.read(constraint.expression().get().tree()),
                                Scope.of(
                                        row,
                                        encoding.universe().session().role(),
                                        encoding.universe().session().role(),
                                        0));
        boolean written = row.present().equals(Formula.FALSE);
        encoding.ground()
                .fact(written ? holds.notNo() : Formula.implies(row.present(), holds.notNo()));
    }

    /**
     * Whether a CHECK that held when a row was written holds for whoever asks now: it calls nothing
     * but PostgreSQL's own immutable functions.
     */
    private boolean isTimeless(String tree) {
        // What a value is written as may depend on settings: DateStyle, extra_float_digits.
        if (tree.contains("{SQLVALUEFUNCTION") || tree.contains("{COERCEVIAIO")) {
            return false;
        }
        for (long oid : CalledFunctions.of(tree)) {
            Function function = encoding.universe().catalog().functions().get(oid);
            if (function == null
                    || function.volatility() != 'i'
                    || !function.schema().equals("pg_catalog")) {
                return false;
            }
        }
        return true;
    }

    /**
     * One step only: parents of parents are not made. Of a row that is written nothing is known
     * yet: its keys are looked at when the statement ends, which may have made the parent itself,
     * and no policy saw that (sql-set-constraints: checked at the end of each statement).
     */
    private void reference(Row row, Constraint constraint) {
        Relation target = encoding.universe().catalog().relations().get(constraint.target());
        if (constraint.kind() != Constraint.Kind.FOREIGN_KEY
                || target == null
                || done > 0
                || !oneMoment
                || row.present().equals(Formula.FALSE)) {
            return;
        }
        Row parent = encoding.rows().stored(target);
        List<Formula> there = new ArrayList<>();
        List<Formula> same = new ArrayList<>(List.of(parent.present()));
        for (int i = 0; i < constraint.columns().size(); i++) {
            Item from = row.columns().get(constraint.columns().get(i));
            Item to = parent.columns().get(constraint.targetColumns().get(i));
            if (!(from instanceof Item.Plain child)
                    || !(to instanceof Item.Plain key)
                    || !isOneFamily(row, parent, constraint, i)) {
                return;
            }
            there.add(Formula.not(child.term().isNull()));
            same.add(Formula.not(key.term().isNull()));
            same.add(Formula.same(child.term().value(), key.term().value()));
        }
        encoding.ground()
                .fact(
                        Formula.implies(
                                Formula.and(row.present(), Formula.and(there)), Formula.and(same)));
    }

    /** A text and a char(10) are equal by the key when they are not the same text. */
    private boolean isOneFamily(Row row, Row parent, Constraint constraint, int index) {
        Optional<Column> from = row.relation().column(constraint.columns().get(index));
        Optional<Column> to = parent.relation().column(constraint.targetColumns().get(index));
        return from.isPresent()
                && to.isPresent()
                && encoding.values().constants().isOneFamily(from.get().type(), to.get().type());
    }

    private void unique(Row one, Row other, Constraint constraint) {
        boolean key =
                constraint.kind() == Constraint.Kind.PRIMARY_KEY
                        || constraint.kind() == Constraint.Kind.UNIQUE;
        if (!key) {
            return;
        }
        List<Formula> same = new ArrayList<>(List.of(one.present(), other.present()));
        for (int column : constraint.columns()) {
            if (!(one.columns().get(column) instanceof Item.Plain left)
                    || !(other.columns().get(column) instanceof Item.Plain right)) {
                return;
            }
            same.add(left.term().sameAs(right.term()).yes());
        }
        List<Formula> equal = new ArrayList<>();
        for (int column : one.columns().keySet()) {
            equal.add(equal(one.columns().get(column), other.columns().get(column)));
        }
        encoding.ground().fact(Formula.implies(Formula.and(same), Formula.and(equal)));
    }

    private static Formula equal(@Nullable Item left, @Nullable Item right) {
        if (left instanceof Item.Plain one && right instanceof Item.Plain other) {
            return one.term().notDistinct(other.term()).yes();
        }
        if (left instanceof Item.Truth one && right instanceof Item.Truth other) {
            Kleene a = one.kleene();
            Kleene b = other.kleene();
            return Formula.or(
                    Formula.and(a.yes(), b.yes()),
                    Formula.and(a.no(), b.no()),
                    Formula.and(a.neither(), b.neither()));
        }
        return Formula.TRUE;
    }
}
