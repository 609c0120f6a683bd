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

    Instances(Ground ground) {
        this.ground = ground;
    }

    void say() {
        for (int round = 0; round < ROUNDS; round++) {
            int before = said.size();
            List<Ground.ForAll> universals = ground.universals();
            List<Row> rows = ground.rows();
            for (int i = 0; i < universals.size(); i++) {
                say(i, universals.get(i), rows);
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
