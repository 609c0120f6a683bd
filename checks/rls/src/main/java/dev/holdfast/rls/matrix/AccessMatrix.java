package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Cells cells = new Cells(access, roles);
        List<Line> lines = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.kind() == Relation.Kind.SEQUENCE) {
                continue;
            }
            for (long role : roles) {
                List<WayAround> here =
                        ways.getOrDefault(role, List.of()).stream()
                                .filter(each -> isOf(relation, each))
                                .filter(each -> each.enforcement() != Enforcement.ENFORCED)
                                .toList();
                lines.add(
                        new Line(
                                access.catalog().roleName(role),
                                relation.schema(),
                                relation.fullName(),
                                relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                COLUMNS.stream()
                                        .map(each -> cells.of(role, relation, each, here))
                                        .toList()));
            }
        }
        return new AccessMatrix(lines);
    }

    /** It gets at the relation, or it is the view by which policies below are evaded. */
    private static boolean isOf(Relation relation, WayAround way) {
        return way.target().oid() == relation.oid()
                || (relation.kind() == Relation.Kind.VIEW
                        && way.evades()
                        && way.through().equals(relation.fullName()));
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
