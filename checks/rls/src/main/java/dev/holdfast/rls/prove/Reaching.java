package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.solve.Answer;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Solver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a role reaches a row with one catalogue and not with the other. Both are encoded over the
 * same rows: what may be true with the one, and what may be false or NULL with the other. Both err
 * to the side of more, so that an answer "no row" is true of every database.
 *
 * <p>Where the two catalogues have the same oid, they must mean the same; where they do not, the
 * oids must be different.
 *
 * @param wide the catalogue with which a row is reached
 * @param narrow the one with which it is not
 * @param factsOfWide whether the constraints that hold are those of the wide one
 * @param identity the function that says who asks, the same in both, or 0
 */
public record Reaching(
        Moment wide, Moment narrow, boolean factsOfWide, long identity, Solver solver) {
    private static final long PATIENCE = 10_000;

    /** Whether there is such a row. */
    public enum Verdict {
        NONE,
        SOME,
        UNKNOWN
    }

    /**
     * The answer.
     *
     * @param open what was not looked into, so that there may be no such row after all
     */
    public record Found(Verdict verdict, Set<String> open) {
        public Found {
            open = Collections.unmodifiableSet(new LinkedHashSet<>(open));
        }
    }

    /**
     * Asks.
     *
     * @param table as the catalogue with the facts has it
     * @throws dev.holdfast.rls.tree.BadTree when a policy cannot be read
     */
    public Found of(Relation table, Relation other, String role, Command command) {
        Set<String> open = new LinkedHashSet<>();
        Verdict verdict = Verdict.NONE;
        for (boolean identified : identity == 0 ? List.of(true) : List.of(true, false)) {
            Ground ground = new Ground();
            Encoding wides = encoding(wide, ground, role, identified);
            Encoding narrows = encoding(narrow, ground, role, identified);
            Asked asked =
                    new Asked(
                            wides,
                            narrows,
                            factsOfWide ? wides : narrows,
                            table,
                            other,
                            factsOfWide);
            Answer answer = solver.decide(asked.formulas(command), PATIENCE);
            open.addAll(ground.open());
            verdict =
                    switch (answer) {
                        case Answer.Impossible _ -> verdict;
                        case Answer.Possible _ -> Verdict.SOME;
                        case Answer.Undecided _ ->
                                verdict == Verdict.SOME ? verdict : Verdict.UNKNOWN;
                    };
        }
        return new Found(verdict, open);
    }

    private Encoding encoding(Moment moment, Ground ground, String role, boolean identified) {
        Role asks = moment.catalog().role(role).orElseThrow();
        Session session = new Session(role, asks, Map.of(), identified, identity, false, true);
        return new Encoding(
                new Universe(
                        moment.catalog(),
                        moment.access(),
                        moment.bodies(),
                        session,
                        SpecTrees.NONE),
                ground);
    }

    /** One question. */
    private record Asked(
            Encoding wide,
            Encoding narrow,
            Encoding known,
            Relation table,
            Relation other,
            boolean factsAreWide) {

        List<Formula> formulas(Command command) {
            Formula difference =
                    switch (command) {
                        case SELECT, DELETE, ALL -> there(command);
                        case INSERT -> written(command);
                        case UPDATE -> changed();
                    };
            new Facts(known).sayAll(difference);
            List<Formula> all = new ArrayList<>(List.of(difference));
            all.addAll(known.ground().facts());
            return all;
        }

        private Formula there(Command command) {
            Row row = known.rows().stored(table);
            return Formula.and(
                    row.present(),
                    wide.visibility().reaches(wides(row), command, role(wide), 0).yes(),
                    narrow.visibility().reaches(narrows(row), command, role(narrow), 0).notYes());
        }

        private Formula written(Command command) {
            Row row = known.rows().written(table);
            return Formula.and(
                    wide.visibility().accepts(wides(row), command, role(wide), 0).yes(),
                    narrow.visibility().accepts(narrows(row), command, role(narrow), 0).notYes());
        }

        private Formula changed() {
            Row old = known.rows().stored(table);
            Row row = known.rows().written(table);
            Kleene wideOld = wide.visibility().reaches(wides(old), Command.UPDATE, role(wide), 0);
            Kleene wideNew = wide.visibility().accepts(wides(row), Command.UPDATE, role(wide), 0);
            Kleene narrowOld =
                    narrow.visibility().reaches(narrows(old), Command.UPDATE, role(narrow), 0);
            Kleene narrowNew =
                    narrow.visibility().accepts(narrows(row), Command.UPDATE, role(narrow), 0);
            return Formula.and(
                    old.present(),
                    wideOld.yes(),
                    wideNew.yes(),
                    Formula.or(narrowOld.notYes(), narrowNew.notYes()));
        }

        private static Role role(Encoding encoding) {
            return encoding.universe().session().role();
        }

        private Row wides(Row row) {
            return factsAreWide ? row : others(row);
        }

        private Row narrows(Row row) {
            return factsAreWide ? others(row) : row;
        }

        /** The same row with the columns' numbers of the other catalogue. */
        private Row others(Row row) {
            if (other.oid() == table.oid()) {
                return row;
            }
            Encoding its = factsAreWide ? narrow : wide;
            Row fresh = its.rows().stored(other);
            Map<Integer, Item> columns = new HashMap<>(fresh.columns());
            for (Column each : other.columns()) {
                Optional<Column> same =
                        table.column(each.name())
                                .filter(it -> it.typeName().equals(each.typeName()));
                same.map(it -> row.columns().get(it.number()))
                        .ifPresent(item -> columns.put(each.number(), item));
            }
            return known.ground().row(other, row.present(), columns);
        }
    }
}
