/** A web shop on loopback that does everything right, or one thing wrong at a time. */
@NullMarked
package dev.holdfast.cli.shop;

import org.jspecify.annotations.NullMarked;
