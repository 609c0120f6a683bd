package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.matrix.Cell.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The effective access of roles to relations, relation by relation and role by role. It says what
 * the catalogue lets happen; which rows a policy lets pass is for the proof and the test.
 */
public record AccessMatrix(List<Line> lines) {
    private static final List<Privilege> COLUMNS =
            List.of(
                    Privilege.SELECT,
                    Privilege.INSERT,
                    Privilege.UPDATE,
                    Privilege.DELETE,
                    Privilege.TRUNCATE);

    public AccessMatrix {
        lines = List.copyOf(lines);
    }

    /** The matrix of some roles and relations; sequences are left out. */
    public static AccessMatrix of(
            EffectiveAccess access,
            WaysAround around,
            Collection<Long> roles,
            Collection<Relation> relations) {
        Map<Long, List<WayAround>> ways =
                roles.stream().distinct().collect(Collectors.toMap(each -> each, around::of));
        List<Line> lines = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.kind() == Relation.Kind.SEQUENCE) {
                continue;
            }
            for (long role : roles) {
                List<WayAround> here =
                        ways.getOrDefault(role, List.of()).stream()
                                .filter(each -> each.target().oid() == relation.oid())
                                .filter(each -> each.enforcement() != Enforcement.ENFORCED)
                                .toList();
                lines.add(
                        new Line(
                                access.catalog().roleName(role),
                                relation.schema(),
                                relation.fullName(),
                                relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                COLUMNS.stream()
                                        .map(each -> cell(access, role, relation, each, here))
                                        .toList()));
            }
        }
        return new AccessMatrix(lines);
    }

    private static Cell cell(
            EffectiveAccess access,
            long role,
            Relation relation,
            Privilege privilege,
            List<WayAround> ways) {
        List<String> around =
                ways.stream()
                        .filter(each -> concerns(each, privilege))
                        .map(WayAround::text)
                        .toList();
        Optional<Held> held = access.held(role, relation, privilege);
        if (held.isEmpty()) {
            return new Cell(privilege, Reach.NONE, List.of(), List.of(), around);
        }
        List<String> because = new ArrayList<>(List.of(held.orElseThrow().text()));
        if (relation.kind() == Relation.Kind.VIEW) {
            because.add(
                    relation.isInvokersView()
                            ? "asks with the rights of whoever asks"
                            : "asks with the rights of "
                                    + access.catalog().roleName(relation.owner()));
            return new Cell(privilege, Reach.QUERY, List.of(), because, around);
        }
        Enforcement enforcement = access.enforcement(role, relation);
        Optional<Command> command = privilege.command();
        if (enforcement != Enforcement.ENFORCED || command.isEmpty()) {
            because.add(
                    enforcement != Enforcement.ENFORCED
                            ? enforcement.words()
                            : "no policy filters " + privilege);
            return new Cell(privilege, Reach.ALL, List.of(), because, around);
        }
        Gate gate = access.gate(role, relation, command.orElseThrow());
        boolean opens = !gate.permissive().isEmpty();
        if (!opens) {
            because.add("no permissive policy counts for it");
        }
        return new Cell(
                privilege, opens ? Reach.POLICY : Reach.NONE, gate.names(), because, around);
    }

    /** A function may do anything, TRUNCATE too; the others do what they are granted for. */
    private static boolean concerns(WayAround way, Privilege privilege) {
        return way.privileges().contains("EXECUTE") || way.privileges().contains(privilege.name());
    }

    /** The lines of a relation. */
    public List<Line> of(String relation) {
        return lines.stream().filter(each -> each.relation().equals(relation)).toList();
    }

    /** Strings, lists and maps, for JSON. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lines", lines.stream().map(Line::toMap).toList());
        return map;
    }
}
