import Base
import Foundation
import Testing

@testable import Convene

@Suite struct DoorListTests {
    private static let event = Identifier(stored: "0198b0a0-1111-7222-8333-444455556666")

    private static func entry(_ index: Int, name: String = "Ana Pérez", standing: DoorEntry.Standing = .confirmed) -> DoorEntry {
        let digits = String(index)
        let number = "K3XM-" + String(repeating: "0", count: 4 - digits.count) + digits
        return DoorEntry(
            registration: Identifier(
                stored: "0198b0a0-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits),
            number: number, generation: 1, standing: standing, category: event, isUnpaid: false, name: name, latin: "Ana Perez",
            organisation: "UNAM")
    }

    @Test("a device is given the parts that differ, and nothing when nothing does") func parts() throws {
        let all = (0..<500).map { Self.entry($0) }
        let list = DoorList(all, event: Self.event)
        let whole = list.changes(since: nil, keepsNames: true)
        #expect(whole.count == DoorList.parts && whole.values.reduce(0) { $0 + $1.count } == 500)
        let version = list.version(keepsNames: true)
        #expect(version.utf8.count == 512)
        #expect(list.changes(since: version, keepsNames: true).isEmpty)
        #expect(list.changes(since: "nonsense", keepsNames: true).count == DoorList.parts)
        var changed = all
        changed[7] = Self.entry(7, name: "Ana María Pérez")
        changed.append(Self.entry(501))
        let next = DoorList(changed, event: Self.event)
        let news = next.changes(since: version, keepsNames: true)
        #expect((1...2).contains(news.count) && news.values.joined().contains { $0.n == "Ana María Pérez" })
        let gone = DoorList(Array(all.dropFirst()), event: Self.event).changes(since: version, keepsNames: true)
        #expect(gone.count == 1, "who was deleted is gone from the device")
        #expect(DoorList([], event: Self.event).changes(since: version, keepsNames: true).count == DoorList.parts)
    }

    @Test("no more than a door needs: a digest for the number, initials where no names are kept, no names of who may not come in")
    func minimal() throws {
        let list = DoorList(
            [Self.entry(1), Self.entry(2, standing: .ended), Self.entry(3, standing: .pending)], event: Self.event)
        let named = try JSONEncoder().encode(Array(list.changes(since: nil, keepsNames: true).values.joined()))
        let plain = try JSONEncoder().encode(Array(list.changes(since: nil, keepsNames: false).values.joined()))
        let (names, initials) = (String(decoding: named, as: UTF8.self), String(decoding: plain, as: UTF8.self))
        #expect(names.contains("Ana Pérez") && !names.contains("K3XM") && !names.contains("UNAM"))
        #expect(initials.contains("A. P.") && !initials.contains("Ana"))
        #expect(names.components(separatedBy: "Ana Pérez").count == 2, "one of three may come in")
    }

    @Test("names are found without accents, in any order, in any script; who may come in stands first") func found() {
        let list = DoorList(
            [
                Self.entry(1, name: "José Núñez", standing: .ended), Self.entry(2, name: "José María Núñez"),
                Self.entry(3, name: "محمد العلي"), Self.entry(4, name: "王小明"),
            ], event: Self.event)
        #expect(list.found("nunez jose", limit: 9).map(\.name) == ["José María Núñez", "José Núñez"])
        #expect(list.found("nunez jose", limit: 1).map(\.name) == ["José María Núñez"])
        #expect(list.found("محمّد", limit: 9).map(\.name) == ["محمد العلي"])
        #expect(list.found("小明", limit: 9).map(\.name) == ["王小明"])
        #expect(list.found("k3xm-0003", limit: 9).map(\.name) == ["محمد العلي"])
        #expect(list.found("  ", limit: 9).isEmpty && list.found("nobody", limit: 9).isEmpty)
    }
}
