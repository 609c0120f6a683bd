package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.prove.Witness;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.NotSeeded;
import dev.holdfast.rls.seed.Place;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Seeder;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One example, executed: rows are put in, the session acts, and the owner looks. */
final class Attempt {
    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Transaction transaction;
    private final Relation relation;
    private final Property property;
    private final Seeder seeder;

    Attempt(
            Catalog catalog,
            Tenancy tenancy,
            Transaction transaction,
            Relation relation,
            Property property) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.relation = relation;
        this.property = property;
        this.seeder = new Seeder(transaction, catalog);
    }

    /**
     * Executes it; what it did has been undone afterwards.
     *
     * @param triggers whether triggers run while rows are put in
     */
    Outcome run(Example example, boolean triggers) throws SQLException {
        transaction.mark("attempt");
        try {
            return within(example, triggers);
        } catch (NotSeeded refused) {
            return new Outcome.NotSeen(refused.reason(), false);
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return new Outcome.NotSeen(Failure.of(refused).sentence(), false);
        } finally {
            transaction.undo("attempt");
        }
    }

    private Outcome within(Example example, boolean triggers) throws SQLException, NotSeeded {
        Optional<String> hidden = hidden(example);
        if (hidden.isPresent()) {
            return new Outcome.NotSeen(hidden.get(), false);
        }
        boolean off = Asker.replica(transaction, true);
        clean(example);
        if (triggers) {
            Asker.replica(transaction, false);
        } else if (!off) {
            return new Outcome.NotSeen("triggers cannot be turned off", false);
        }
        Sessions sessions = new Sessions(catalog, tenancy, transaction);
        String user = sessions.user(relation, example, seeder.values());
        ClassTexts texts = new ClassTexts(example, catalog, transaction, seeder.values(), user);
        Asker asker =
                sessions.asker(
                        property, user, tenants(texts), new LinkedHashMap<>(texts.settings()));
        Optional<Place> target = seed(example, texts);
        Map<Integer, Optional<String>> written = Map.of();
        if (example.written().isPresent()) {
            written = rehearsed(example.written().get(), texts, triggers);
        }
        Optional<String> doubt = doubt(sessions, asker, user);
        if (doubt.isPresent()) {
            return new Outcome.NotSeen(doubt.get(), false);
        }
        Optional<List<String>> mine = sessions.tenants(asker, user);
        if (mine.isEmpty()) {
            return new Outcome.NotSeen("the session's tenants cannot be evaluated", false);
        }
        String breaks =
                new Ownership(tenancy, catalog, user, mine.get()).breaks(relation, property);
        Acts acts =
                new Acts(
                        transaction,
                        relation,
                        breaks,
                        asker,
                        key(),
                        property == Property.ESCALATION
                                ? " by which it becomes a member of a tenant"
                                : " that is somebody else's");
        List<Witness.Line> lines = lines();
        return perform(acts, target, written).map(seen -> witness(asker, lines, seen, !triggers));
    }

    /** Who observes must see every row: policies may count for the user of a live database. */
    private Optional<String> hidden(Example example) throws SQLException {
        for (Relation each : tables(example)) {
            if (transaction
                    .one("SELECT row_security_active(%d::oid)".formatted(each.oid()))
                    .equals("t")) {
                return Optional.of(
                        "policies of "
                                + each.fullName()
                                + " count for the user of the connection, who does not see all"
                                + " rows");
            }
        }
        return Optional.empty();
    }

    private List<Integer> key() {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    private static Outcome witness(
            Asker asker, List<Witness.Line> lines, Acts.Seen seen, boolean triggersOff) {
        return new Outcome.Seen(
                new Witness(asker.lines(), lines, seen.statement(), seen.observed(), triggersOff));
    }

    private Acts.Result perform(
            Acts acts, Optional<Place> target, Map<Integer, Optional<String>> written)
            throws SQLException {
        return switch (property) {
            case ANONYMOUS_READ, CROSS_READ -> acts.read(target.orElseThrow());
            case CROSS_INSERT -> acts.insert(written);
            case CROSS_UPDATE -> acts.update(target.orElseThrow(), written);
            case CROSS_DELETE -> acts.delete(target.orElseThrow());
            case ESCALATION -> {
                Acts.Result inserted = acts.insert(written);
                yield inserted.seen().isPresent() || target.isEmpty()
                        ? inserted
                        : acts.update(target.get(), written);
            }
        };
    }

    /** What migrations put there is no part of the example. */
    private void clean(Example example) throws SQLException {
        for (Relation each : tables(example)) {
            try {
                transaction.run("DELETE FROM " + Quoted.name(each));
            } catch (SQLException kept) {
                // Then its rows stay, and the observation has to hold beside them.
                Failure.requireAnswer(kept);
            }
        }
    }

    private Set<Relation> tables(Example example) {
        Set<Relation> tables = new LinkedHashSet<>();
        example.stored().forEach(each -> tables.add(each.relation()));
        tables.add(relation);
        Parent.chain(relation, tenancy, catalog)
                .ifPresent(all -> all.forEach(each -> tables.add(each.relation())));
        tenancy.members()
                .flatMap(members -> catalog.relation(members.table()))
                .ifPresent(tables::add);
        return tables;
    }

    private String tenants(ClassTexts texts) throws SQLException {
        Optional<Column> column = Parent.tenant(relation, tenancy, catalog);
        if (column.isEmpty()) {
            return "";
        }
        Optional<String> compared = texts.tenants(column.get());
        return compared.isPresent()
                ? compared.get()
                : seeder
                        .values()
                        .candidates(column.get().type(), column.get().typeName(), List.of())
                        .stream()
                        .findFirst()
                        .orElse("");
    }

    /** Puts in what is there before; the row that is asked for must be. */
    private Optional<Place> seed(Example example, ClassTexts texts) throws SQLException, NotSeeded {
        Above above = new Above(catalog, relation);
        List<Example.Line> others = new ArrayList<>(example.stored());
        example.target().ifPresent(each -> others.remove(each.intValue()));
        others.sort(
                Comparator.comparingInt((Example.Line each) -> -above.distance(each.relation())));
        for (Example.Line each : others) {
            if (above.distance(each.relation()) > 0) {
                putIn(each, texts.fixed(each));
            }
        }
        Optional<Place> target = Optional.empty();
        if (example.target().isPresent()) {
            Example.Line line = example.stored().get(example.target().get());
            target = Optional.of(seeder.insert(line.relation(), texts.fixed(line)));
        }
        for (Example.Line each : others) {
            if (above.distance(each.relation()) == 0) {
                putIn(each, texts.fixed(each));
            }
        }
        return target;
    }

    /** It may be there as the parent of another row; what matters is what is seen. */
    private boolean putIn(Example.Line line, Map<Integer, Optional<String>> fixed)
            throws SQLException {
        try {
            seeder.insert(line.relation(), fixed);
            return true;
        } catch (NotSeeded already) {
            return false;
        }
    }

    private Map<Integer, Optional<String>> rehearsed(
            Example.Line line, ClassTexts texts, boolean triggers) throws SQLException, NotSeeded {
        Asker.replica(transaction, true);
        try {
            return seeder.rehearse(line.relation(), texts.fixed(line));
        } finally {
            if (triggers) {
                Asker.replica(transaction, false);
            }
        }
    }

    /** Whether the session is not the one that it is taken for. */
    private Optional<String> doubt(Sessions sessions, Asker asker, String user)
            throws SQLException {
        if (property == Property.ANONYMOUS_READ || tenancy.identity().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> identity = sessions.evaluated(asker, tenancy.identity().get());
        return identity.isPresent() && identity.get().equals(user)
                ? Optional.empty()
                : Optional.of(
                        "in the session "
                                + tenancy.identity().get()
                                + " is not the user that it was set for");
    }

    private List<Witness.Line> lines() throws SQLException {
        List<Witness.Line> lines = new ArrayList<>();
        for (Seeder.Inserted each : seeder.inserted()) {
            List<String> names = each.relation().columns().stream().map(Column::name).toList();
            List<List<String>> row =
                    transaction.rows(
                            "SELECT "
                                    + String.join(
                                            ", ",
                                            names.stream()
                                                    .map(one -> Quoted.name(one) + "::text")
                                                    .toList())
                                    + " FROM "
                                    + Quoted.name(each.relation())
                                    + " WHERE "
                                    + each.place().condition());
            if (!row.isEmpty()) {
                Map<String, String> columns = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    if (!row.getFirst().get(i).isEmpty()) {
                        columns.put(names.get(i), row.getFirst().get(i));
                    }
                }
                lines.add(new Witness.Line(each.relation().fullName(), columns));
            }
        }
        return lines;
    }
}
