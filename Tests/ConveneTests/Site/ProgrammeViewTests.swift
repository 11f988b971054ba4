import Base
import Testing

@testable import Convene

@Suite struct ProgrammeViewTests {
    @Test("The reader's clock says by how many days it is off the heading") func readersClock() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: Zone("Asia/Shanghai"), language: .en)
        let clocks = view.items.prefix(2).compactMap { $0.readers.map { "\($0.text) \($0.days)" } }
        #expect(clocks == ["23:20 0", "00:25 1"])
        let west = ProgrammeView(
            SiteSample.release([try SiteSample.session(1, "2025-12-03", 60, 30, Localized("Early"))], zone: "Asia/Shanghai"),
            reader: Zone("America/Mexico_City"), language: .en)
        #expect(
            west.items.first?.readers
                == ProgrammeView.Clock(
                    WallTime(date: try EventWorld.day("2025-12-02"), time: ClockTime(minutes: 660)),
                    on: try EventWorld.day("2025-12-03")))
        #expect(west.items.first?.readers?.days == -1)
    }

    @Test("A session after midnight stays on its conference day, marked with +1") func overMidnight() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        let night = try #require(view.items.first { $0.session.id == SiteSample.id(7) })
        #expect(night.begins.text == "01:30" && night.begins.days == 1)
        #expect(night.stamp == "2025-12-04T01:30:00-06:00")
        #expect(view.days.map(\.description) == ["2025-12-03", "2025-12-04"])
    }

    @Test("The venue's own zone is not shown twice") func sameZone() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: Zone("America/Mexico_City"), language: .en)
        #expect(view.reader == nil && view.items.allSatisfy { $0.readers == nil })
    }

    @Test("Lengths are true over a change of clocks, and a time that does not exist is still shown") func clockChange() throws {
        // Clocks in Berlin went from 03:00 back to 02:00 on 26 October 2025, and forward at 02:00 on 30 March.
        let back = ProgrammeView(
            SiteSample.release(
                [try SiteSample.session(1, "2025-10-26", 60, 180, Localized("Long night"))], zone: "Europe/Berlin"),
            reader: nil, language: .en)
        #expect(back.items.first?.ends.text == "03:00")
        let gap = ProgrammeView(
            SiteSample.release([try SiteSample.session(1, "2025-03-30", 150, 30, Localized("Never"))], zone: "Europe/Berlin"),
            reader: nil, language: .en)
        #expect(gap.items.first?.begins.text == "03:30")
    }

    @Test("A page holds until the next start or end") func boundaries() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        let first = try #require(view.boundaries.first)
        #expect(first.description == "2025-12-03T15:20:00Z")
        #expect(view.nextBoundary(after: first) == first.adding(minutes: 10))
        #expect(!view.isOn(at: first.adding(seconds: -1)) && view.isOn(at: first))
        let last = try #require(view.boundaries.last)
        #expect(view.nextBoundary(after: last) == nil && !view.isOn(at: last))
    }

    @Test("Now and next: what runs, and all that begins at the next start") func nowAndNext() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        let first = try #require(view.boundaries.first)
        let at = view.nowAndNext(at: first.adding(minutes: 1))
        #expect(at.now.map(\.title.text) == ["Opening Video"] && at.next.map(\.title.text) == ["Index & <report>"])
        let before = view.nowAndNext(at: first.adding(minutes: 150))
        #expect(before.now.isEmpty && before.next.count == 2)
    }

    @Test("A text in another language carries its tag") func tags() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .ar)
        #expect(view.items[0].title.tag == nil)
        #expect(view.items[1].title.tag == "en")
    }

    @Test("Highlights put acts before speeches and keep the programme's order") func highlights() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        #expect(view.highlights(2).map(\.title.text) == ["Index & <report>", "Keynotes"])
        #expect(view.highlights(1).map(\.session.kind) == [.release])
        #expect(view.highlights(9).count == 5)
    }
}
