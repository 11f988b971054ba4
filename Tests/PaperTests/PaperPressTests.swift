import Foundation
import Synchronization
import Testing

@testable import Paper

@Suite("The press")
struct PaperPressTests {
    @Test("the same values give the same bytes, whatever was printed in between")
    func same() async throws {
        let certificate = PaperSamples.certificate(PaperSamples.names[8], sessions: 3)
        let (first, badges) = (
            try await PaperPress.shared.print(certificate), try await PaperPress.shared.print(PaperSamples.badges())
        )
        _ = try await PaperPress.shared.print(PaperSamples.arabicCertificate())
        #expect(try await PaperPress.shared.print(certificate).bytes == first.bytes)
        #expect(try await PaperPress.shared.print(PaperSamples.badges()).bytes == badges.bytes)
    }

    @Test("a hundred callers at once")
    func together() async throws {
        let alone = try await PaperPress.shared.print(PaperSamples.certificate(PaperSamples.names[0])).bytes
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for index in 0..<100 {
                group.addTask {
                    if index % 10 == 9 { _ = try await PaperPress.shared.print(PaperSamples.roster(rows: 5)) }
                    return try await PaperPress.shared.print(PaperSamples.certificate(PaperSamples.names[0])).bytes
                }
            }
            for try await bytes in group { #expect(bytes == alone) }
        }
    }

    /// Holds the press until it is told to go on.
    private struct Stone: PaperWork {
        let begun = DispatchSemaphore(value: 0)
        let go = DispatchSemaphore(value: 0)
        var info: PaperInfo { PaperSamples.info("Stone") }
        var size: PaperSize { .a6 }
        var refusesMissingGlyphs: Bool { false }
        func draw(on canvas: Canvas) throws {
            begun.signal()
            go.wait()
        }
    }

    @Test("who goes away before the turn is not printed; the press goes on")
    func cancelled() async throws {
        let stone = Stone()
        async let held = PaperPress.shared.print(stone)
        await Task.detached { stone.begun.wait() }.value
        let waiting = Task { try await PaperPress.shared.print(PaperSamples.ticket()) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        stone.go.signal()
        _ = try await held
        #expect(try await PaperPress.shared.print(PaperSamples.sign()).pages == 1)
    }

    private final class Flag: Sendable {
        private let value = Mutex(false)
        var isSet: Bool { value.withLock { $0 } }
        func set() { value.withLock { $0 = true } }
    }

    /// Turns pages until the flag is set.
    private struct Turner: PaperWork {
        let flag: Flag
        let begun = DispatchSemaphore(value: 0)
        var info: PaperInfo { PaperSamples.info("Turner") }
        var size: PaperSize { .a6 }
        var refusesMissingGlyphs: Bool { false }
        var isLong: Bool { true }
        func draw(on canvas: Canvas) throws {
            begun.signal()
            while !flag.isSet {
                try canvas.beginPage()
                usleep(2000)
            }
        }
    }

    private struct Setter: PaperWork {
        let flag: Flag
        var info: PaperInfo { PaperSamples.info("Setter") }
        var size: PaperSize { .a6 }
        var refusesMissingGlyphs: Bool { false }
        func draw(on canvas: Canvas) throws { flag.set() }
    }

    @Test("short ones are printed between the pages of a long one")
    func between() async throws {
        let flag = Flag()
        let turner = Turner(flag: flag)
        async let long = PaperPress.shared.print(turner)
        await Task.detached { turner.begun.wait() }.value
        _ = try await PaperPress.shared.print(Setter(flag: flag))
        // It ended because the short one was printed, not because a file may have no more pages.
        #expect(try await long.pages < Canvas.mostPages)
    }

    @Test("so many may wait and no more; the first to come is the first to go")
    func desk() {
        var desk = PressDesk()
        let jobs = (0...PressDesk.most).map { _ in
            PressDesk.Job(id: desk.number(), isLong: false, run: {}, cancel: {})
        }
        #expect(desk.accept(jobs[0]) == .first)
        for job in jobs[1..<PressDesk.most] { #expect(desk.accept(job) == .accepted) }
        #expect(desk.accept(jobs[PressDesk.most]) == .refused)
        #expect(desk.take { _ in true }?.id == jobs[0].id)
        #expect(desk.take { $0.isLong }?.id == nil)
        #expect(desk.accept(jobs[PressDesk.most]) == .accepted)
        for job in jobs.dropFirst() { #expect(desk.take { _ in true }?.id == job.id) }
        #expect(desk.take { _ in true }?.id == nil)
    }
}
