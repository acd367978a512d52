/** Properties by name, read when a sync has to bring them. `isNullObject` says that the object is not there. */
type Properties = Record<string, () => unknown>;

/**
 * Objects as Office.js has them: a property is there only after `load` and a sync, and what is set acts at the next sync.
 *
 * @param later  puts an action into the batch that the next sync runs
 * @returns      a maker of such objects: its properties, its methods, and what may be set
 */
export const entitiesOf =
  (later: (action: () => void) => void) =>
  <T extends object>(
    kind: string,
    properties: Properties,
    methods: T,
    setters: Record<string, (value: never) => void> = {},
  ): T => {
    const loaded = new Map<string, unknown>();
    return new Proxy(methods, {
      get(target, name: string) {
        if (name === 'then') return undefined;
        if (name === 'load') {
          return (wanted: string | string[]) => {
            const names = (Array.isArray(wanted) ? wanted : wanted.split(',')).map(one => one.trim());
            later(() => {
              const isNull = properties.isNullObject?.() ?? false;
              loaded.set('isNullObject', isNull);
              for (const one of isNull ? [] : names) {
                const property = properties[one];
                if (!property) throw new Error(`${kind} has no property ${one}.`);
                loaded.set(one, property());
              }
            });
          };
        }
        if (name in target) return (target as Record<string, unknown>)[name];
        const key = name === 'items' ? 'items/name' : name;
        if (loaded.has(key)) return loaded.get(key);
        if (name in properties || key in properties) {
          throw new Error(
            `The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
          );
        }
        throw new TypeError(`${kind}.${name} is not in the object model`);
      },
      set(_target, name: string, value: never) {
        const setter = setters[name];
        if (!setter) throw new TypeError(`${kind}.${name} cannot be set`);
        later(() => setter(value));
        return true;
      },
    });
  };
