package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says of the rows of a question what holds of all rows. Rows that this makes are looked at in the
 * next round; rounds and rows are limited, and what is left out only demands less.
 */
final class Instances {
    private static final int ROUNDS = 3;
    private static final int MOST_ROWS = 48;
    private static final int MOST_TUPLES = 512;

    private final Ground ground;
    private final Set<List<Integer>> said = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private int read;

    /**
     * For the rows of a question.
     *
     * @param asked its formula, beside the facts
     */
    Instances(Ground ground, Formula asked) {
        this.ground = ground;
        Evaluation.atoms(asked, mentioned);
    }

    void say() {
        for (int round = 0; round < ROUNDS; round++) {
            int before = said.size();
            List<Ground.ForAll> universals = ground.universals();
            List<Row> rows = ground.rows();
            for (int i = 0; i < universals.size(); i++) {
                if (isMentioned(universals.get(i).guard())) {
                    say(i, universals.get(i), rows);
                }
            }
            if (said.size() == before) {
                return;
            }
            if (ground.rows().size() > MOST_ROWS) {
                break;
            }
        }
        ground.leaveOpen("more rows than are looked at");
    }

    /**
     * Whether anything rests on it. Most queries of policies are only asked for what they have, and
     * that they have nothing would be said of row after row for nobody.
     */
    private boolean isMentioned(Formula guard) {
        List<Formula> facts = ground.facts();
        facts.subList(read, facts.size()).forEach(each -> Evaluation.atoms(each, mentioned));
        read = facts.size();
        Set<String> its = new HashSet<>();
        Evaluation.atoms(guard, its);
        return its.isEmpty() || mentioned.containsAll(its);
    }

    private void say(int number, Ground.ForAll universal, List<Row> rows) {
        List<List<Row>> tuples = List.of(List.of());
        for (long table : universal.tables()) {
            List<List<Row>> longer = new ArrayList<>();
            for (List<Row> each : tuples) {
                for (Row row : rows) {
                    if (row.relation().oid() == table && !row.present().equals(Formula.FALSE)) {
                        List<Row> more = new ArrayList<>(each);
                        more.add(row);
                        longer.add(more);
                    }
                }
            }
            tuples = longer;
            if (tuples.size() > MOST_TUPLES) {
                ground.leaveOpen("more rows than are looked at");
                return;
            }
        }
        for (List<Row> each : tuples) {
            if (ground.rows().size() > MOST_ROWS) {
                return;
            }
            List<Integer> key = new ArrayList<>(List.of(number));
            each.forEach(row -> key.add(row.number()));
            if (said.add(key)) {
                ground.fact(Formula.implies(universal.guard(), universal.body().apply(each)));
            }
        }
    }
}
