package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.rls.source.MigrationCoverage;
import java.util.ArrayList;
import java.util.List;

/** All rules of the audit, in the order of the pitfalls that they are about. */
public final class Rules {
    private static final List<AuditRule> ALL =
            List.of(
                    new RowSecurityOff(),
                    new DormantPolicies(),
                    new NoPolicy(),
                    new OwnerNotForced(),
                    new BypassReachable(),
                    new ServiceKey(),
                    new RestampedRow(),
                    new RowTheft(),
                    new OpenInsert(),
                    new OpenUpdate(),
                    new OpenDelete(),
                    new OpenRead(),
                    new WriteWithoutRead(),
                    new PolicyForEverybody(),
                    new DefinerView(),
                    new MaterializedView(),
                    new DefinerFunction(),
                    new DefinerSearchPath(),
                    new HelperSearchPath(),
                    new UnguardedChild(),
                    new UnfilteredPrivileges(),
                    new ReferenceOracle(),
                    new UniqueOracle(),
                    new CascadeCrosses(),
                    new SequenceExposed(),
                    new LeakproofFunction(),
                    new UnsetOpens(),
                    new NullIdentityMatch(),
                    new SettingRaises(),
                    new SettingTrusted(),
                    new PolicyRecursion(),
                    new ShadowedColumn(),
                    new MembershipWritable(),
                    new SubqueryWithoutGrant(),
                    new UserMetadata(),
                    new CallForEachRow(),
                    new UnindexedPolicy(),
                    new Published(),
                    new PublicBucket(),
                    new BucketOpen(),
                    new DefaultPrivileges(),
                    new ForeignTable(),
                    new AuthUsersExposed(),
                    new AuthReference(),
                    new SensitiveColumns(),
                    new ExtensionExposed(),
                    new GraphqlExposed(),
                    new KeyOrder(),
                    new RoleNotAudited());

    private Rules() {}

    /** The rules. */
    public static List<AuditRule> all() {
        return ALL;
    }

    /** What every id that the audit can report means. */
    public static List<CheckInfo> explanations() {
        List<CheckInfo> infos = new ArrayList<>(Looked.EXPLANATIONS);
        infos.add(MigrationCoverage.INFO);
        ALL.forEach(each -> infos.add(each.info()));
        return List.copyOf(infos);
    }
}
