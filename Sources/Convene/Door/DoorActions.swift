import Base
import Store

/// Doors and the devices that work at them: what organisers do at the desk, and what a device's address opens.
package enum DoorActions {
    /// A device with its door and what that door asks.
    package struct Sight: Sendable {
        package let device: DoorDevice
        package let door: Door
        package let event: Event
        package let terms: DoorTerms
    }

    // MARK: At the desk

    package static func add(_ door: Door, to event: Event, by viewer: Viewer?, in tx: Writer) throws -> Door {
        let viewer = try viewer.demand(.organiser, in: event.id)
        var new = door
        new.id = tx.newID()
        new.event = event.id
        try demandSound(new, of: event, in: tx)
        try DoorStore.insert(new, in: tx)
        try say("door.added", new, before: nil, by: viewer, in: tx)
        return new
    }

    /// The session of a door that has been scanned at stays: its scans are of that place.
    package static func change(_ door: Door, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let before = try DoorStore.find(door.id, in: tx), before.event == event.id, door.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try demandSound(door, of: event, in: tx)
        if before.session != door.session, try !DoorScanStore.latest(of: door.id, limit: 1, in: tx).isEmpty {
            throw Refusal(.conflict, "door.refusal.scanned", field: "session")
        }
        try DoorStore.update(door, in: tx)
        try say("door.changed", door, before: before, by: viewer, in: tx)
    }

    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let door = try DoorStore.find(id, in: tx), door.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard try !DoorStore.isUsed(id, in: tx) else { throw Refusal(.conflict, "door.refusal.used") }
        try DoorStore.remove(id, in: tx)
        try say("door.removed", door, before: door, by: viewer, in: tx)
    }

    private static func demandSound(_ door: Door, of event: Event, in tx: Reader) throws {
        guard !door.name.isEmpty else { throw Refusal(.invalid, "door.refusal.name", field: "name_\(door.name.authentic)") }
        let categories = Set(try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category.id))
        guard door.categories.isSubset(of: categories) else { throw Refusal(.invalid, "door.refusal.category") }
        guard let session = door.session else { return }
        guard try ProgrammeStore.draft(of: event, in: tx).anySession(session) != nil else {
            throw Refusal(.invalid, "door.refusal.session", field: "session")
        }
    }

    // MARK: Devices

    /// Makes a device for a door. The secret is given back this once; only its digest is kept.
    package static func addDevice(
        _ name: String, keepsNames: Bool, to id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> (device: DoorDevice, secret: String) {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let door = try DoorStore.find(id, in: tx), door.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard (1...DoorDevice.longestName).contains(name.count) else {
            throw Refusal(.invalid, "door.refusal.device", ["count": String(DoorDevice.longestName)], field: "device-\(id)")
        }
        let live = try DoorStore.devices(of: event.id, in: tx).count { $0.isLive(at: tx.now) }
        guard live < DoorDevice.mostLive else {
            throw Refusal(.conflict, "door.refusal.manyDevices", ["count": String(DoorDevice.mostLive)], field: "device-\(id)")
        }
        // After the event, too, one can be made for a day: to look up what was, to enter what was written on paper, to practise.
        let end = max(DoorDevice.end(of: event), tx.now.adding(minutes: 1440))
        let device = DoorDevice(
            id: tx.newID(), door: door.id, event: event.id, name: name, keepsNames: keepsNames, madeBy: viewer.person,
            madeAt: tx.now, expiresAt: end)
        let secret = DoorDevice.newSecret()
        try DoorStore.insert(device, digest: DoorDevice.digest(secret), in: tx)
        try say("door.deviceMade", door, before: nil, device: device, by: viewer, in: tx)
        return (device, secret)
    }

    /// Its address opens nothing from now on. What it has scanned stays. `at`: it is one of this door.
    package static func revoke(
        _ id: Identifier, at place: Identifier? = nil, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let device = try DoorStore.device(id, in: tx), device.event == event.id, place == nil || place == device.door,
            let door = try DoorStore.find(device.door, in: tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        try DoorStore.revoke(id, in: tx)
        try say("door.deviceRevoked", door, before: nil, device: device, by: viewer, in: tx)
    }

    /// What the secret of a device opens. Whoever has it needs no account; one that was taken away is told so, and nothing else.
    package static func open(_ secret: String, in tx: Reader) throws -> Sight {
        guard secret.utf8.count == 32, let device = try DoorStore.device(digest: DoorDevice.digest(secret), in: tx),
            let door = try DoorStore.find(device.door, in: tx), let event = try EventStore.find(device.event, in: tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        guard device.revokedAt == nil else { throw Refusal(.gone, "door.refusal.revoked") }
        guard device.isLive(at: tx.now) else { throw Refusal(.gone, "door.refusal.over") }
        let hasSeats = try door.session.map { try SeatStore.find($0, in: tx) != nil } ?? false
        return Sight(
            device: device, door: door, event: event,
            terms: DoorTerms(
                categories: door.categories, demandsPayment: door.demandsPayment, seats: hasSeats ? door.session : nil))
    }

    private static func say(
        _ verb: String, _ door: Door, before: Door?, device: DoorDevice? = nil, by viewer: Viewer, in tx: Writer
    ) throws {
        try tx.audit(
            verb, by: viewer.person, on: device == nil ? "door" : "door_device", device?.id ?? door.id, before: before.map(json),
            after: device.map { "\($0.id) \($0.door)" } ?? json(door))
        try tx.note(Note(name: verb, reference: door.reference, payload: ["event": door.event.text]))
        try tx.changed(Door.topic(door.event))
    }
}
