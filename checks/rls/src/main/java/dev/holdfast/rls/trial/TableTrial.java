package dev.holdfast.rls.trial;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.NotSeeded;
import dev.holdfast.rls.seed.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All commands of all sessions at one table. */
final class TableTrial {
    private static final String FLAGGED = " (flags set)";
    private static final String WITHOUT_CONTROL = "; but nobody reached a row of his own so";

    private final Catalog catalog;
    private final Relation relation;
    private final Belongings belongings;
    private final Probes probes;
    private final Map<String, Seeds.Seed> seeds;
    private final Map<String, Map<Integer, Optional<String>>> next = new HashMap<>();
    private final Optional<Seeds.Seed> flagged;
    private final String flaggedName;
    private final Map<String, Boolean> reachedByOwner = new HashMap<>();
    private final Set<String> truncating = new HashSet<>();
    private final NoPolicy noPolicy;
    private final Map<Callers.Caller, List<Map<String, Finding>>> tried = new HashMap<>();

    /**
     * For a table that took a row of each.
     *
     * @param seeds the rows by the name of whose they are
     * @param identities whose rows they are
     * @param flagged another row of the last of them, in which every flag is set
     */
    TableTrial(
            EffectiveAccess access,
            Belongings belongings,
            Probes probes,
            Map<String, Seeds.Seed> seeds,
            Seeds maker,
            List<Identity> identities,
            Optional<Seeds.Seed> flagged)
            throws SQLException {
        this.catalog = access.catalog();
        this.belongings = belongings;
        this.flagged = flagged;
        this.flaggedName = identities.getLast().name();
        this.probes = probes;
        this.seeds = Map.copyOf(seeds);
        this.relation = seeds.values().iterator().next().relation();
        this.noPolicy = new NoPolicy(access, relation);
        for (Identity each : identities) {
            try {
                next.put(each.name(), maker.next(relation, each));
            } catch (NotSeeded once) {
                // Then INSERT is not tried; a user has one such row only.
                next.remove(each.name());
            }
        }
    }

    /** What sessions find out; those of somebody who owns rows are the control, too. */
    void attack(List<Callers.Caller> callers) throws SQLException {
        for (Callers.Caller each : callers) {
            if (each.identity().map(one -> seeds.containsKey(one.name())).orElse(false)) {
                controls(each);
            }
        }
        for (Callers.Caller each : callers) {
            for (String victim : victims(each)) {
                tried.computeIfAbsent(each, _ -> new ArrayList<>()).add(attacks(each, victim));
            }
        }
    }

    /** The cells of all that was found out, in the order of the sessions. */
    List<Cell> cells(List<Callers.Caller> callers) {
        List<Cell> cells = new ArrayList<>();
        for (Callers.Caller caller : callers) {
            String role = caller.asker().role();
            for (Map<String, Finding> each : tried.getOrDefault(caller, List.of())) {
                each.forEach((command, finding) ->
                        cells.add(
                                new Cell(
                                        role,
                                        caller.name(),
                                        relation.fullName(),
                                        command,
                                        outcome(caller, command, finding),
                                        evidence(caller, command, finding))));
            }
        }
        return cells;
    }

    private List<String> victims(Callers.Caller caller) {
        return seeds.keySet().stream()
                .sorted()
                .filter(each -> caller.identity().map(one -> !one.name().equals(each)).orElse(true))
                // Of somebody who owns nothing both are victims; one of them is enough.
                .limit(1)
                .toList();
    }

    private Seeds.Seed seed(String name) {
        return Optional.ofNullable(seeds.get(name)).orElseThrow();
    }

    private Seeds.Seed other(String name) {
        return seeds.entrySet().stream()
                .filter(each -> !each.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** What whoever owns a row does to it by the same commands. */
    private void controls(Callers.Caller caller) throws SQLException {
        String name = caller.identity().orElseThrow().name();
        for (Map.Entry<String, Finding> each :
                findings(caller, name, seed(name).identity()).entrySet()) {
            if (each.getValue().kind() == Finding.Kind.REACHED) {
                reachedByOwner.put(each.getKey(), true);
            }
        }
    }

    private Map<String, Finding> attacks(Callers.Caller caller, String victim) throws SQLException {
        Optional<Seeds.Seed> own =
                caller.identity().flatMap(each -> Optional.ofNullable(seeds.get(each.name())));
        Map<Integer, String> mine = own.orElse(other(victim)).identity();
        Map<String, Finding> found = findings(caller, victim, mine);
        Statements statements = new Statements(catalog, relation);
        Seeds.Seed row = seed(victim);
        if (own.isPresent()) {
            for (Map.Entry<String, String> each :
                    across(statements, victim, own.get()).entrySet()) {
                found.put(
                        each.getKey(),
                        probes.write(caller.asker(), each.getValue(), row, other(victim)));
            }
        }
        if (flagged.isPresent() && victim.equals(flaggedName)) {
            found.putAll(flagged(caller, flagged.get(), mine, other(victim)));
        }
        if (truncating.add(caller.asker().role())) {
            // No policy filters it, so that it is the same in every session.
            found.put(
                    "TRUNCATE",
                    probes.write(
                            caller.asker(),
                            "TRUNCATE " + Quoted.name(relation) + " CASCADE",
                            row,
                            other(victim)));
        }
        return found;
    }

    /** Rows that a flag opens are somebody else's, too. */
    private Map<String, Finding> flagged(
            Callers.Caller caller, Seeds.Seed row, Map<Integer, String> mine, Seeds.Seed other)
            throws SQLException {
        Map<String, Finding> found = new LinkedHashMap<>();
        found.put("SELECT" + FLAGGED, probes.select(caller.asker(), row, other));
        Statements statements = new Statements(catalog, relation);
        for (Map.Entry<String, String> each : statements.at(row, mine).entrySet()) {
            found.put(
                    each.getKey() + FLAGGED,
                    probes.write(caller.asker(), each.getValue(), row, other));
        }
        return found;
    }

    /** What makes one's own row somebody else's, or oneself a member of another tenant. */
    private Map<String, String> across(Statements statements, String victim, Seeds.Seed own) {
        Map<String, String> all = new LinkedHashMap<>();
        Seeds.Seed row = seed(victim);
        statements
                .restamp(own, row.identity())
                .ifPresent(each -> all.put("UPDATE that gives a row away", each));
        statements
                .restampAll(row.identity())
                .ifPresent(each -> all.put("UPDATE that gives all rows away", each));
        Map<Integer, Optional<String>> mixed =
                new HashMap<>(next.getOrDefault(victim, stored(statements, row)));
        Map<Integer, String> tenant = new HashMap<>();
        boolean user = false;
        for (Column each : relation.columns()) {
            Optional<Belongings.Whose> whose = belongings.of(relation, each);
            if (whose.equals(Optional.of(Belongings.Whose.USERS))
                    && mixed.containsKey(each.number())) {
                mixed.put(each.number(), Optional.of(own.text(each.number())));
                user = true;
            }
            if (whose.equals(Optional.of(Belongings.Whose.TENANTS)) && !each.generated()) {
                tenant.put(each.number(), row.text(each.number()));
            }
        }
        if (!tenant.isEmpty()) {
            all.put("UPDATE into the other tenant", statements.move(own, tenant));
        }
        if (user && !tenant.isEmpty()) {
            all.put("INSERT as oneself into the tenant", statements.inserting(mixed));
        }
        return all;
    }

    /** A row like one that is there, without the part of its key that is its own. */
    private static Map<Integer, Optional<String>> stored(Statements statements, Seeds.Seed row) {
        Map<Integer, Optional<String>> copy = new HashMap<>();
        row.columns().forEach((number, text) -> copy.put(number, Optional.of(text)));
        copy.keySet()
                .removeIf(each ->
                        statements.keyColumns().contains(each)
                                && !row.identity().containsKey(each));
        return copy;
    }

    private Map<String, Finding> findings(
            Callers.Caller caller, String victim, Map<Integer, String> mine) throws SQLException {
        Seeds.Seed row = seed(victim);
        Seeds.Seed other = other(victim);
        Statements statements = new Statements(catalog, relation);
        Map<String, Finding> found = new LinkedHashMap<>();
        found.put("SELECT", probes.select(caller.asker(), row, other));
        found.put("COPY TO", probes.copy(caller.asker(), row));
        Map<String, String> all = new LinkedHashMap<>(statements.at(row, mine));
        Optional.ofNullable(next.get(victim))
                .ifPresent(each -> all.putAll(statements.insert(each)));
        statements.upsert(row).ifPresent(each -> all.put("INSERT … ON CONFLICT DO UPDATE", each));
        for (Map.Entry<String, String> each : all.entrySet()) {
            found.put(each.getKey(), probes.write(caller.asker(), each.getValue(), row, other));
        }
        return found;
    }

    private Cell.Outcome outcome(Callers.Caller caller, String command, Finding finding) {
        return switch (finding.kind()) {
            case REACHED -> Cell.Outcome.FAIL;
            case NO_GRANT -> Cell.Outcome.PASS;
            case FAILED -> Cell.Outcome.INCONCLUSIVE;
            case NOT_ACCEPTED ->
                    !caller.isOwner() && isControlled(command)
                            ? Cell.Outcome.PASS
                            : Cell.Outcome.INCONCLUSIVE;
            case NOT_REACHED ->
                    isControlled(command) || noPolicy.of(caller.asker().role(), command).isPresent()
                            ? Cell.Outcome.PASS
                            : Cell.Outcome.INCONCLUSIVE;
        };
    }

    private String evidence(Callers.Caller caller, String command, Finding finding) {
        String said = finding.evidence();
        return switch (finding.kind()) {
            case REACHED, NO_GRANT, FAILED -> said;
            case NOT_ACCEPTED ->
                    caller.isOwner()
                            ? said
                            : isControlled(command)
                                    ? Finding.BY_AN_ERROR + said
                                    : said + WITHOUT_CONTROL;
            case NOT_REACHED -> {
                String role = caller.asker().role();
                yield isControlled(command)
                        ? said
                        : noPolicy.of(role, command)
                                .map(each ->
                                        "%s; no policy lets %s through for %s"
                                                .formatted(said, each, role))
                                .orElse(said + WITHOUT_CONTROL);
            }
        };
    }

    /** What nobody can do to a row of his own is controlled by what it consists of. */
    private boolean isControlled(String asked) {
        String command = asked.replace(FLAGGED, "");
        return switch (command) {
            case "UPDATE that gives a row away",
                    "UPDATE that gives all rows away",
                    "UPDATE into the other tenant",
                    "UPDATE that takes the row",
                    "UPDATE that takes all rows" ->
                    reachedByOwner.containsKey("UPDATE")
                            || reachedByOwner.containsKey("UPDATE without WHERE");
            case "INSERT as oneself into the tenant" -> reachedByOwner.containsKey("INSERT");
            default -> reachedByOwner.containsKey(command);
        };
    }
}
