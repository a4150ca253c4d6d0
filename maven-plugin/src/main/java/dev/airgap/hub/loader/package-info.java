/** Knows what loaders read of a snapshot: whether it is there, whether it is what its name says, and whether it is code. */
package dev.airgap.hub.loader;
