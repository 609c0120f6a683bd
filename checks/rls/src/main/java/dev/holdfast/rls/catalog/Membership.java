package dev.holdfast.rls.catalog;

/**
 * That a role is a member of another (pg_auth_members).
 *
 * @param inherits whether the member has the privileges of the role without SET ROLE
 * @param sets whether the member may SET ROLE to it
 * @param administers whether the member may make others members
 */
public record Membership(
        long role, long member, boolean inherits, boolean sets, boolean administers) {}
