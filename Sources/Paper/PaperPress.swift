import Foundation
import Synchronization

/// What waits for the press.
struct PressDesk: Sendable {
    struct Job: Sendable {
        let id: UInt64
        let isLong: Bool
        let run: @Sendable () -> Void
        let cancel: @Sendable () -> Void
    }
    enum Answer { case accepted, first, refused }
    /// Jobs that may wait; a ticket takes some 20 ms.
    static let most = 256

    private var waiting: [Job] = []
    private var last: UInt64 = 0
    private var isRunning = false

    mutating func number() -> UInt64 {
        last += 1
        return last
    }

    /// `first` says that nobody works yet.
    mutating func accept(_ job: Job) -> Answer {
        guard waiting.count < PressDesk.most else { return .refused }
        waiting.append(job)
        defer { isRunning = true }
        return isRunning ? .accepted : .first
    }

    /// The one that has waited longest of those that fit.
    mutating func take(where fits: (Job) -> Bool) -> Job? {
        waiting.firstIndex(where: fits).map { waiting.remove(at: $0) }
    }
}

/// Prints. Pango and Cairo stand one thread only (see SetText.swift), so there is one press in a process, and it has one
/// thread for life: its fonts stay warm. Callers wait without blocking; what is too much is refused. Between the pages of a
/// long file the short ones that wait are printed, so that nobody's ticket waits for everybody's badges.
package final class PaperPress: Sendable {
    package static let shared = PaperPress()
    private let desk = Mutex(PressDesk())
    private let bell = DispatchSemaphore(value: 0)

    private init() {}

    /// The finished file. Throws `PaperFault`; `CancellationError` if the caller went away before its turn.
    package func print(_ work: some PaperWork) async throws -> PrintedPaper {
        let id = desk.withLock { $0.number() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<PrintedPaper, any Error>) in
                let job = PressDesk.Job(
                    id: id, isLong: work.isLong, run: { [self] in continuation.resume(with: perform(work)) },
                    cancel: { continuation.resume(throwing: CancellationError()) })
                accept(job, else: { continuation.resume(throwing: PaperFault.busy) })
            }
        } onCancel: {
            withdraw(id)
        }
    }

    private func perform(_ work: some PaperWork) -> Result<PrintedPaper, any Error> {
        let pause: (() -> Void)? = work.isLong ? { self.printShort() } : nil
        do { return .success(try Canvas.print(work, pause: pause)) } catch { return .failure(error) }
    }

    private func accept(_ job: PressDesk.Job, else refuse: () -> Void) {
        if Task.isCancelled { return job.cancel() }
        switch desk.withLock({ $0.accept(job) }) {
        case .refused: refuse()
        case .first:
            start()
            bell.signal()
        case .accepted: bell.signal()
        }
    }

    /// Takes a job back that has not begun.
    private func withdraw(_ id: UInt64) {
        desk.withLock { $0.take { $0.id == id } }?.cancel()
    }

    /// On the press's thread, between two pages: what is short and waits. Its bell rings later for nothing.
    private func printShort() {
        while let job = desk.withLock({ $0.take { !$0.isLong } }) { job.run() }
    }

    private func start() {
        let thread = Thread { [self] in
            while true {
                bell.wait()
                desk.withLock { $0.take { _ in true } }?.run()
            }
        }
        thread.name = "plenaria.paper"
        thread.stackSize = 8 << 20
        thread.start()
    }
}
