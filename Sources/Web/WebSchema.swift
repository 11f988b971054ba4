import Store

/// The front door's own tables.
package enum WebSchema {
    package static let migrations = [SessionStore.migration, StoredFileStore.migration, SessionStore.listing]
}
