const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const LONGEST_SIDE = 1600;
const LIGHT_BYTES = 400_000;
const QUALITY = 0.82;

/** The picture as a data URL, made smaller when it is large; undefined when it is no picture a chat can show. */
export async function shrinkPicture(file: Blob): Promise<string | undefined> {
  if (!KINDS.includes(file.type)) return undefined;
  try {
    const bitmap = await createImageBitmap(file);
    const longest = Math.max(bitmap.width, bitmap.height);
    if (file.size <= LIGHT_BYTES && longest <= LONGEST_SIDE) return await dataUrl(file);
    return drawn(bitmap, Math.min(1, LONGEST_SIDE / longest));
  } catch {
    return undefined;
  }
}

function drawn(bitmap: ImageBitmap, scale: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return undefined;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error(file.type));
    reader.readAsDataURL(file);
  });
}
