package dev.holdfast.rls.catalog;

/** A bucket of Supabase's storage: whether everybody may read what is in it. */
public record Bucket(String id, boolean open) {}
