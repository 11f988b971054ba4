import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct DoorActionsTests {
    @Test("organisers make doors and devices, readers look, nobody else does either", arguments: Backend.available)
    func rights(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (event, door) = (stage.event, stage.doors[0])
            for viewer in [nil, EventWorld.viewer(.editor, in: event.id), EventWorld.viewer(.organiser, in: door.id)] {
                let refusals = [
                    try await EventWorld.refusal {
                        try await stage.database.write { try DoorActions.add(door, to: event, by: viewer, in: $0) }
                    },
                    try await EventWorld.refusal {
                        try await stage.database.write { try DoorActions.change(door, of: event, by: viewer, in: $0) }
                    },
                    try await EventWorld.refusal {
                        try await stage.database.write { try DoorActions.remove(door.id, of: event, by: viewer, in: $0) }
                    },
                    try await EventWorld.refusal {
                        try await stage.database.write { tx in
                            try DoorActions.addDevice("x", keepsNames: true, to: door.id, of: event, by: viewer, in: tx).device
                        }
                    },
                    try await EventWorld.refusal {
                        try await stage.database.write {
                            try DoorActions.revoke(stage.devices[0].id, of: event, by: viewer, in: $0)
                        }
                    },
                ]
                #expect(refusals.allSatisfy { $0?.code == (viewer == nil ? .signInNeeded : .forbidden) })
            }
        }
    }

    @Test("another event's door, device and session are not there", arguments: Backend.available)
    func otherEvent(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let other = try await stage.world.event("gmc-2026")
            let administrator = stage.world.administrator
            let refusals = [
                try await EventWorld.refusal {
                    try await stage.database.write {
                        try DoorActions.change(stage.doors[0], of: other, by: administrator, in: $0)
                    }
                },
                try await EventWorld.refusal {
                    try await stage.database.write {
                        try DoorActions.revoke(stage.devices[0].id, of: other, by: administrator, in: $0)
                    }
                },
                try await EventWorld.refusal {
                    try await stage.database.write { tx in
                        try DoorActions.addDevice(
                            "x", keepsNames: true, to: stage.doors[0].id, of: other, by: administrator, in: tx
                        ).device
                    }
                },
            ]
            #expect(refusals.allSatisfy { $0?.code == .notFound })
            let wrong = try await EventWorld.refusal {
                try await stage.database.write {
                    try DoorActions.add(
                        Door(id: other.id, event: other.id, name: Localized("x"), session: stage.session), to: other,
                        by: administrator, in: $0)
                }
            }
            #expect(wrong?.words == "door.refusal.session")
        }
    }

    @Test("a device's address opens its door until it is taken away or the event is over", arguments: Backend.available)
    func opening(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            @Sendable func open(_ secret: String) async throws -> Refusal? {
                try await EventWorld.refusal { try await stage.database.read { try DoorActions.open(secret, in: $0).door.id } }
            }
            #expect(try await open(stage.secrets[0]) == nil)
            #expect(try await open("") == Refusal(.notFound, "refusal.notFound"))
            let other = String(stage.secrets[0].dropLast()) + (stage.secrets[0].hasSuffix("x") ? "y" : "x")
            #expect(try await open(other)?.code == .notFound)
            try await stage.database.write {
                try DoorActions.revoke(stage.devices[0].id, of: stage.event, by: stage.world.administrator, in: $0)
            }
            #expect(try await open(stage.secrets[0]) == Refusal(.gone, "door.refusal.revoked"))
            #expect(try await open(stage.secrets[1]) == nil)
            stage.world.clock.now = DoorDevice.end(of: stage.event)
            #expect(try await open(stage.secrets[1]) == Refusal(.gone, "door.refusal.over"))
            let kept = try await stage.database.read { tx in
                try tx.rows("SELECT digest FROM door_device").map { try $0.text("digest") }
            }
            #expect(kept.allSatisfy { !stage.secrets.contains($0) }, "no secret is kept")
        }
    }

    @Test("a door that was worked at stays; its session stays once it was scanned at", arguments: Backend.available)
    func changing(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (event, administrator) = (stage.event, stage.world.administrator)
            let used = try await EventWorld.refusal {
                try await stage.database.write { try DoorActions.remove(stage.doors[0].id, of: event, by: administrator, in: $0) }
            }
            #expect(used?.words == "door.refusal.used")
            var door = stage.doors[0]
            door.session = stage.session
            try await stage.database.write { [door] in try DoorActions.change(door, of: event, by: administrator, in: $0) }
            door.session = nil
            try await stage.database.write { [door] in try DoorActions.change(door, of: event, by: administrator, in: $0) }
            try await stage.receive([stage.scan(1, "0000-0000")])
            door.session = stage.session
            let scanned = try await EventWorld.refusal { [door] in
                try await stage.database.write { try DoorActions.change(door, of: event, by: administrator, in: $0) }
            }
            #expect(scanned?.words == "door.refusal.scanned")
            let free = try await stage.database.write {
                try DoorActions.add(
                    Door(id: event.id, event: event.id, name: Localized("Spare")), to: event, by: administrator, in: $0)
            }
            try await stage.database.write { try DoorActions.remove(free.id, of: event, by: administrator, in: $0) }
            #expect(try await stage.database.read { try DoorStore.find(free.id, in: $0) } == nil)
        }
    }

    @Test("each verb leaves one audit row and one note", arguments: Backend.available)
    func told(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            try await stage.database.write {
                try DoorActions.revoke(stage.devices[0].id, of: stage.event, by: stage.world.administrator, in: $0)
            }
            let counts = try await stage.database.read { tx in
                try ["door.added", "door.deviceMade", "door.deviceRevoked"].map { verb in
                    [
                        try tx.count("SELECT COUNT(*) AS n FROM audit WHERE verb = \(verb)"),
                        try tx.count("SELECT COUNT(*) AS n FROM note WHERE name = \(verb)"),
                    ]
                }
            }
            #expect(counts == [[3, 3], [3, 3], [1, 1]])
        }
    }
}
