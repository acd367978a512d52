import { type HostObject, isHostObject } from './hostObject';
import { NotUnderstood, Refusal } from './refusal';
import { type Action, ActionType, type ArgumentInfo, PathType, type Request, type Response } from './wire';

/** What a host's objects hang on. */
export interface Model {
  workbook: HostObject;
  /** Services beside the workbook, by their full names. */
  services: Record<string, HostObject>;
  references: References;
}

/** Objects that the client keeps from one request to the next, and the ids it was given for them. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private count = 0;

  keep(object: HostObject): void {
    const id = `${object.kind} ${++this.count}`;
    this.objects.set(id, object);
    this.ids.set(object, id);
  }
  release(id: string): void {
    this.ids.delete(this.get(id)!);
    this.objects.delete(id);
  }
  get = (id: string): HostObject | undefined => this.objects.get(id);
  idOf = (object: HostObject): string | undefined => this.ids.get(object);
  /** How many are kept. */
  get size(): number {
    return this.objects.size;
  }
}

const small = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Does what a request asks for, in its order, until something is refused: what was done before stays done, as in Excel.
 *
 * @throws NotUnderstood for a call that this host does not know
 */
export function interpret(request: Request, model: Model): Response {
  const response: Response = { Results: [], TraceIds: [] };
  const objectAt = pathReader(request, model);
  for (const action of request.Actions) {
    try {
      if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
      response.Results.push({ ActionId: action.Id, Value: perform(action, objectAt, model) });
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      response.Error = { Code: reason.code, Message: reason.message, Location: action.Name, HttpStatusCode: 400 };
      break;
    }
  }
  return response;
}

type Reader = (id: number) => HostObject | null;

/** Follows paths, each once a request; the null object gives nothing but the null object. */
function pathReader({ ObjectPaths: paths }: Request, { workbook, services, references }: Model): Reader {
  const found = new Map<number, HostObject | null>();
  const follow = (id: number): HostObject | null => {
    const path = paths[id];
    if (!path) throw new NotUnderstood(`There is no object path ${id}.`);
    const name = path.Name;
    switch (path.ObjectPathType) {
      case PathType.Workbook:
        return workbook;
      case PathType.Service:
        return services[name] ?? unknown(`service ${name}`);
      case PathType.Null:
        return null;
      case PathType.Reference:
        return references.get(name) ?? unknown(`reference ${name}`);
    }
    const parent = objectAt(path.ParentObjectPathId!);
    if (parent === null) return null;
    const given = argumentsOf(path.ArgumentInfo, objectAt);
    if (path.ObjectPathType === PathType.Property) return (parent.parts?.[small(name)] ?? missing(parent, name))();
    if (path.ObjectPathType === PathType.Indexer) return (parent.item ?? missing(parent, 'getItem'))(String(given[0]));
    const result = (parent.methods?.[small(name)] ?? missing(parent, name))(...(given as never[]));
    if (result === null || isHostObject(result)) return result;
    throw new NotUnderstood(`${parent.kind}.${small(name)} gives no object.`);
  };
  const objectAt: Reader = id => {
    if (!found.has(id)) found.set(id, follow(id));
    return found.get(id)!;
  };
  return objectAt;
}

function argumentsOf(info: ArgumentInfo | undefined, objectAt: Reader): unknown[] {
  const ids = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((given, index) => {
    const id = ids[index];
    if (Array.isArray(id) && id.some(one => one !== 0)) throw new NotUnderstood('Objects in lists are not understood.');
    return typeof id === 'number' && id !== 0 ? objectAt(id) : given;
  });
}

function perform(action: Action, objectAt: Reader, model: Model): unknown {
  if (action.ActionType === ActionType.Trace) return null;
  const object = objectAt(action.ObjectPathId);
  if (object === null) return null;
  switch (action.ActionType) {
    case ActionType.Instantiate:
      return identityOf(object, model);
    case ActionType.Query:
      return query(object, action.QueryInfo?.Select ?? []);
    case ActionType.Method:
      return call(object, action, objectAt, model);
    case ActionType.SetProperty: {
      const [value] = argumentsOf(action.ArgumentInfo, objectAt);
      (object.setters?.[small(action.Name)] ?? missing(object, action.Name))(value as never);
      return null;
    }
    default:
      throw new NotUnderstood(`Actions of type ${action.ActionType} are not understood.`);
  }
}

function identityOf(object: HostObject, { references }: Model): object {
  const kept = references.idOf(object);
  return { ...(object.id && { Id: object.id() }), ...(kept && { _ReferenceId: kept }) };
}

/** What the client keeps and lets go by itself, around every method of the model's own. */
function call(object: HostObject, { Name, ArgumentInfo }: Action, objectAt: Reader, { references }: Model): unknown {
  if (Name === '_KeepReference') {
    references.keep(object);
    return null;
  }
  const given = argumentsOf(ArgumentInfo, objectAt);
  if (Name === '_RemoveReference') {
    references.release(String(given[0]));
    return null;
  }
  const result = (object.methods?.[small(Name)] ?? missing(object, Name))(...(given as never[]));
  return isHostObject(result) || result === undefined ? null : result;
}

/** What was loaded; of a collection that of each of its members. */
function query(object: HostObject, select: string[]): object {
  if (select.length === 0) throw new NotUnderstood(`Everything of ${object.kind} is loaded: name what is needed.`);
  if (object.items) {
    const some = select.filter(name => name !== 'items').map(name => name.replace(/^items\//, ''));
    return { _Items: object.items().map(item => ({ ...(item.id && { Id: item.id() }), ...query(item, some) })) };
  }
  return Object.fromEntries(
    select.map(name => [capital(name), (object.scalars?.[small(name)] ?? missing(object, name))()]),
  );
}

function missing({ kind }: HostObject, name: string): never {
  return unknown(`${kind}.${small(name)}`);
}

function unknown(what: string): never {
  throw new NotUnderstood(`The host does not know ${what}.`);
}
