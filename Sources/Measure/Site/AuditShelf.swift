/// The studies of an audit: thousands of builds each. A revision is studied once as a rule, beside whatever else is asked of
/// the server; who asks meanwhile waits for the same.
package final class AuditShelf: Sendable {
    private let known = RevisionShelf<Task<RankRanges?, Never>>()
    private let studied = RevisionShelf<Task<Robustness?, Never>>()
    package static let shared = AuditShelf()

    package init() {}

    package func ranges(_ view: IndexView) async -> RankRanges? {
        await known.value(of: view.edition) { Task.detached { RankRanges(view) } }.value
    }

    package func robustness(_ view: IndexView) async -> Robustness? {
        await studied.value(of: view.edition) { Task.detached { Robustness(view) } }.value
    }
}
