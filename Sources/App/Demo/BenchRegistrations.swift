import Base
import Convene
import Foundation
import People
import Store
import Web

/// An event of today with many confirmed registrations, two doors and a device at each, for measuring and for the door's test:
/// at /e/doors. What a test needs to play people and devices is given back as JSON.
package enum BenchRegistrations {
    package struct Made: Encodable, Sendable {
        package let event: String
        /// Addresses of the devices' pages.
        package let devices: [String]
        package let people: [Person]
        /// Tickets that must not be let in, by what is wrong with them.
        package let wrong: [String: [String]]
    }
    package struct Person: Encodable, Sendable {
        package let name: String
        package let number: String
        package let ticket: String
    }

    package static func make(_ settings: Settings, _ database: Database, count: Int) async throws -> Made {
        let signer = TicketSigner(try KeyFile.keys(settings).derived("ticket"))
        return try await database.write { tx in
            guard try EventStore.find(slug: "doors", in: tx) == nil else {
                throw StoreError.refused("there is an event /e/doors already")
            }
            let event = try event(tx)
            let category = try PlaceCategoryActions.add(
                category(event), capacity: count + 10, to: event, by: Operator.viewer, in: tx)
            let people = try (0..<count + 10).map { try register($0, category, event, tx) }
            let doors = try ["Main entrance", "Garden door"].map { name in
                try DoorActions.add(
                    Door(id: event.id, event: event.id, name: Localized(name)), to: event, by: Operator.viewer, in: tx)
            }
            let secrets = try doors.map {
                try DoorActions.addDevice("Phone", keepsNames: true, to: $0.id, of: event, by: Operator.viewer, in: tx).secret
            }
            return Made(
                event: event.slug, devices: secrets.map(DoorDevice.path),
                people: people.prefix(count).map {
                    Person(name: $0.holder.name, number: $0.number, ticket: signer.text(of: $0))
                }, wrong: try wrong(people.suffix(10), signer, tx))
        }
    }

    private static func event(_ tx: Writer) throws -> Event {
        let series = try EventActions.createSeries("doors", name: Localized("Measured doors"), by: Operator.viewer, in: tx)
        let today = tx.now.wall().date
        return try EventActions.create(
            EventDraft(
                slug: "doors", kind: .conference, name: Localized("Conference of doors"), shortName: "Doors",
                zone: "America/Mexico_City", first: today, last: today.adding(days: 1), isPublic: true),
            in: series.id, by: Operator.viewer, in: tx)
    }

    private static func category(_ event: Event) -> PlaceCategory {
        PlaceCategory(
            id: event.id, event: event.id, name: Localized("In the room"), text: .empty, kind: .general, mode: .room, position: 0,
            needsCode: false, needsApproval: false, hasWaitingList: false, fee: .free, price: "", holdMinutes: 15,
            offerMinutes: 1440)
    }

    private static func register(_ index: Int, _ category: PlaceCategory, _ event: Event, _ tx: Writer) throws -> Registration {
        let held = try RegistrationActions.hold(
            .init(category: category.id, key: "person \(index)"), of: event, by: nil, tell: nobody, in: tx)
        let holder = RegistrationHolder(
            name: "\(names[index % names.count]) \(index + 1)", email: "person-\(index)@bench.example",
            organisation: "University \(index % 25 + 1)")
        return try RegistrationActions.submit(held, holder: holder, category: category, by: nil, tell: nobody, in: tx)
    }

    /// Five that were cancelled, five that somebody else has now, five of another house.
    private static func wrong(_ people: ArraySlice<Registration>, _ signer: TicketSigner, _ tx: Writer) throws -> [String:
        [String]]
    {
        let (cancelled, passed) = (people.prefix(5), people.suffix(5))
        for one in cancelled { _ = try RegistrationActions.cancel(one, by: nil, tell: nobody, in: tx) }
        for one in passed {
            let holder = RegistrationHolder(name: "Somebody else", email: "else-\(one.holder.email)")
            _ = try RegistrationMoveActions.transfer(one, to: holder, by: nil, tell: nobody, in: tx)
        }
        let other = TicketSigner(HouseKeys.fresh().derived("ticket"))
        return [
            "cancelled": cancelled.map(signer.text(of:)), "passedOn": passed.map(signer.text(of:)),
            "forged": people.prefix(5).map(other.text(of:)),
        ]
    }

    private static let nobody = RegistrationTeller { _, _, _ in }
    private static let names = ["Ana Pérez", "王小明", "محمد العلي", "Ольга Петрова", "João Silva", "Nguyễn Thị Hoa", "Sukarno"]
}
