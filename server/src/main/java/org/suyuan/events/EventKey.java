package org.suyuan.events;

/** What makes an event one: its id, and whether it is the error declaration that repeats the id (EPCIS 2.0 §7.4.1.2). */
public record EventKey(String eventId, boolean declaration) {}
