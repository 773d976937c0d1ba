package org.suyuan.events;

import java.time.Instant;
import org.suyuan.epcis.event.EpcisEvent;

/**
 * One event as stored.
 *
 * @param seq the platform's own number, in capture order, never reused
 * @param eventId as given by the capturing party, else the CBV 2.0 event hash ({@code ni:///sha-256;…?ver=CBV2.0})
 * @param hash the CBV 2.0 event hash
 * @param event what was captured
 * @param recordTime when the platform stored it
 */
public record CapturedEvent(long seq, String eventId, String hash, EpcisEvent event, Instant recordTime) {}
