package dev.airgap.index;

/**
 * Counts what was asked of the network and what the cache answered.
 *
 * @param pagesAsked pages asked for over the network, those that had not changed among them
 * @param pagesCached pages that the cache answered alone
 * @param metadataAsked wheels whose metadata was read over the network
 * @param metadataCached wheels whose metadata the cache answered
 * @param requests requests sent in all, those for sizes and ranges among them
 */
public record Counts(long pagesAsked, long pagesCached, long metadataAsked, long metadataCached, long requests) {}
